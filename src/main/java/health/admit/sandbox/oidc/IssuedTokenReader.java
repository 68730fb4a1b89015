package health.admit.sandbox.oidc;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import health.admit.sandbox.oidc.TokenRefused.Reason;
import health.admit.sandbox.tenant.TenantDirectory;

/**
 * Checks tokens as the services of the cloud do. The host in the issuer is not compared:
 * one process may be reached under several.
 */
@Component
class IssuedTokenReader implements TokenReader {

	private final SigningKeys keys;

	private final TenantDirectory directory;

	private final Clock clock;

	IssuedTokenReader(SigningKeys keys, TenantDirectory directory, Clock clock) {
		this.keys = keys;
		this.directory = directory;
		this.clock = clock;
	}

	@Override
	public Caller read(String bearer, String... audiences) {
		if (bearer.isBlank()) {
			throw new TokenRefused(Reason.MISSING, "Access token is empty.");
		}
		try {
			SignedJWT token = SignedJWT.parse(bearer);
			JWTClaimsSet claims = token.getJWTClaimsSet();
			if (!this.keys.signed(token) || claims.getClaim("oid") == null) {
				throw new TokenRefused(Reason.SIGNATURE, "Access token validation failure.");
			}
			check(claims, Set.of(audiences));
			return caller(claims);
		}
		catch (ParseException | IllegalStateException ex) {
			throw new TokenRefused(Reason.MALFORMED, "IDX14100: JWT is not well formed, there are no dots (.).\n"
					+ "The token needs to be in JWS or JWE Compact Serialization Format. (JWS): 'EncodedHeader.EndcodedPayload.EncodedSignature'. (JWE): 'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector.EncodedCiphertext.EncodedAuthenticationTag'.");
		}
	}

	private void check(JWTClaimsSet claims, Set<String> audiences) {
		Instant now = this.clock.instant();
		if (!claims.getExpirationTime().toInstant().isAfter(now)) {
			throw new TokenRefused(Reason.EXPIRED, "Lifetime validation failed, the token is expired.",
					claims.getExpirationTime().toInstant().toString());
		}
		if (claims.getNotBeforeTime().toInstant().isAfter(now)) {
			throw new TokenRefused(Reason.NOT_YET_VALID, "Access token has expired or is not yet valid.");
		}
		String issuer = claims.getIssuer();
		if (!issuer.endsWith("/" + this.directory.tenantId() + "/")
				&& !issuer.endsWith("/" + this.directory.tenantId() + "/v2.0")) {
			throw new TokenRefused(Reason.ISSUER, "Access token validation failure. Invalid issuer.", issuer);
		}
		if (claims.getAudience().stream().noneMatch(audiences::contains)) {
			throw new TokenRefused(Reason.AUDIENCE, "Access token validation failure. Invalid audience.",
					String.join(" ", claims.getAudience()));
		}
	}

	private static Caller caller(JWTClaimsSet claims) throws ParseException {
		String appId = claims.getStringClaim((claims.getClaim("appid") != null) ? "appid" : "azp");
		if (appId == null) {
			throw new TokenRefused(Reason.AUDIENCE, "Access token validation failure. Invalid audience.");
		}
		Date authenticated = (claims.getClaim("auth_time") != null) ? claims.getDateClaim("auth_time") : null;
		return new Caller(UUID.fromString(appId), UUID.fromString(claims.getStringClaim("oid")),
				"app".equals(claims.getStringClaim("idtyp")), words(claims.getStringClaim("scp")),
				texts(claims.getStringListClaim("roles")),
				texts(claims.getStringListClaim("wids")).stream()
					.map(UUID::fromString)
					.collect(Collectors.toUnmodifiableSet()),
				texts(claims.getStringListClaim("acrs")), texts(claims.getStringListClaim("xms_cc")).contains("cp1"),
				claims.getIssueTime().toInstant(), (authenticated != null) ? authenticated.toInstant() : null);
	}

	private static Set<String> words(@Nullable String text) {
		return (text != null && !text.isEmpty()) ? new LinkedHashSet<>(List.of(text.split(" "))) : Set.of();
	}

	private static Set<String> texts(@Nullable List<String> values) {
		return (values != null) ? new LinkedHashSet<>(values) : Set.of();
	}

}
