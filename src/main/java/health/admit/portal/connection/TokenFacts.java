package health.admit.portal.connection;

import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of itself. Its signature is not looked at: it came from the token
 * endpoint over a trusted line, and the service checks it.
 *
 * @param audience empty where the token cannot be read
 * @param principal object id of whoever needs the Azure role
 * @param person name of the person the client acts for; null for the client itself
 */
record TokenFacts(String audience, @Nullable String tenant, @Nullable String client, @Nullable String principal,
		@Nullable String person, List<String> scopes, List<String> roles, @Nullable Instant expires) {

	private static final TokenFacts UNREADABLE = new TokenFacts("", null, null, null, null, List.of(), List.of(), null);

	static TokenFacts of(String token) {
		try {
			JWTClaimsSet claims = JWTParser.parse(token).getJWTClaimsSet();
			if (claims == null) {
				return UNREADABLE;
			}
			List<String> audiences = claims.getAudience();
			String scopes = claims.getStringClaim("scp");
			List<String> roles = claims.getStringListClaim("roles");
			boolean delegated = scopes != null;
			return new TokenFacts(audiences.isEmpty() ? "" : audiences.get(0), claims.getStringClaim("tid"),
					first(claims, "appid", "azp"), claims.getStringClaim("oid"),
					delegated ? first(claims, "upn", "preferred_username", "unique_name", "name") : null,
					delegated ? List.of(scopes.split(" ")) : List.of(), (roles != null) ? roles : List.of(),
					(claims.getExpirationTime() != null) ? claims.getExpirationTime().toInstant() : null);
		}
		catch (ParseException ex) {
			return UNREADABLE;
		}
	}

	/** The principal as an id; empty where the token names none. */
	Optional<UUID> principalId() {
		return Optional.ofNullable(this.principal)
			.filter((text) -> text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
			.map(UUID::fromString);
	}

	/**
	 * Whether the token is for this service. A slash at the end makes no difference to
	 * the services.
	 */
	boolean isFor(String wanted) {
		return !this.audience.isEmpty() && plain(this.audience).equals(plain(wanted));
	}

	private static String plain(String audience) {
		return audience.endsWith("/") ? audience.substring(0, audience.length() - 1) : audience;
	}

	private static @Nullable String first(JWTClaimsSet claims, String... names) throws ParseException {
		for (String name : names) {
			String value = claims.getStringClaim(name);
			if (value != null) {
				return value;
			}
		}
		return null;
	}

}
