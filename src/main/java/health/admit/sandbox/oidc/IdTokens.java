package health.admit.sandbox.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.nimbusds.jwt.JWTClaimsSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.Person;
import health.admit.sandbox.tenant.TenantDirectory;

/**
 * Writes id tokens: what a client may know about who signed in.
 */
@Component
class IdTokens {

	private static final Duration LIFE = Duration.ofHours(1);

	private final TenantDirectory directory;

	private final Addresses addresses;

	private final TokenSigner signer;

	private final Clock clock;

	IdTokens(TenantDirectory directory, Addresses addresses, TokenSigner signer, Clock clock) {
		this.directory = directory;
		this.addresses = addresses;
		this.signer = signer;
		this.clock = clock;
	}

	/**
	 * What an id token depends on besides the person and the client.
	 *
	 * @param authTime whether {@code auth_time} is wanted
	 * @param code the code it is delivered with, for {@code c_hash}
	 * @param accessToken the token it is delivered with, for {@code at_hash}
	 */
	record Wish(Set<String> oidc, @Nullable String nonce, boolean authTime, boolean version1, @Nullable String code,
			@Nullable String accessToken) {
	}

	String of(Client client, SignedIn signedIn, Person person, Wish wish) {
		Instant now = this.clock.instant();
		boolean profile = wish.oidc().contains("profile") || wish.version1();
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().audience(client.appId().toString())
			.issuer(wish.version1() ? this.addresses.issuerOfVersion1() : this.addresses.issuer())
			.claim("iat", now.getEpochSecond())
			.claim("nbf", now.getEpochSecond())
			.claim("exp", now.plus(LIFE).getEpochSecond())
			.claim("ver", wish.version1() ? "1.0" : "2.0")
			.subject(PairwiseSubject.of(this.directory.tenantId(), client.appId(), person.objectId()))
			.claim("tid", this.directory.tenantId().toString())
			.claim("sid", signedIn.sid())
			.claim("nonce", wish.nonce());
		if (profile) {
			claims.claim("oid", person.objectId().toString()).claim("name", person.displayName());
			claims.claim(wish.version1() ? "unique_name" : "preferred_username", person.userPrincipalName());
		}
		if (wish.version1()) {
			claims.claim("upn", person.userPrincipalName())
				.claim("given_name", person.givenName())
				.claim("family_name", person.surname());
		}
		if ((person.guest() || wish.oidc().contains("email")) && !person.mail().isEmpty()) {
			claims.claim("email", person.mail());
		}
		if (wish.authTime()) {
			claims.claim("auth_time", signedIn.at().getEpochSecond());
		}
		if (!signedIn.acrs().isEmpty()) {
			claims.claim("acrs", new TreeSet<>(signedIn.acrs()).stream().toList());
		}
		roles(client, person, claims);
		claims.claim("c_hash", half(wish.code())).claim("at_hash", half(wish.accessToken()));
		return this.signer.sign(claims.build());
	}

	private void roles(Client client, Person person, JWTClaimsSet.Builder claims) {
		Set<String> roles = new TreeSet<>();
		this.directory.principal(client.appId())
			.ifPresent((principal) -> roles.addAll(this.directory.appRoles(person.objectId(), principal.objectId())));
		roles.remove("");
		if (!roles.isEmpty()) {
			claims.claim("roles", roles.stream().toList());
		}
		if (Wids.wanted(Optional.of(client))) {
			claims.claim("wids", Wids.of(person));
		}
	}

	private static @Nullable String half(@Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
			return TokenSigner.encode(Arrays.copyOf(hash, hash.length / 2));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
