package health.admit.sandbox.oidc;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import com.nimbusds.jwt.JWTClaimsSet;
import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.Person;
import health.admit.sandbox.tenant.Principal;
import health.admit.sandbox.tenant.TenantDirectory;

/**
 * Writes access tokens. The resource, not the endpoint, decides whether one has the shape
 * of version 1 or 2.
 */
@Component
class AccessTokens {

	private final TenantDirectory directory;

	private final Addresses addresses;

	private final TokenSigner signer;

	private final Lifetimes lifetimes;

	private final Clock clock;

	AccessTokens(TenantDirectory directory, Addresses addresses, TokenSigner signer, Lifetimes lifetimes, Clock clock) {
		this.directory = directory;
		this.addresses = addresses;
		this.signer = signer;
		this.lifetimes = lifetimes;
		this.clock = clock;
	}

	/** A token that speaks for the application itself. */
	AccessToken forApplication(Client client, Principal principal, Proof proof, String audience, Principal resource,
			Set<String> roles) {
		Draft draft = begin(client, proof, audience, resource);
		draft.claims.claim("oid", principal.objectId().toString())
			.subject(principal.objectId().toString())
			.claim("idtyp", "app");
		if (!roles.isEmpty()) {
			draft.claims.claim("roles", new TreeSet<>(roles).stream().toList());
		}
		if (isGraph(resource)) {
			draft.claims.claim("wids", List.of("0997a1d0-0d1d-4acb-b408-d5ca73121e90"));
		}
		return finish(draft);
	}

	/** A token that lets a client act for a person. */
	AccessToken forPerson(Client client, Proof proof, SignedIn signedIn, Person person, String audience,
			Principal resource, Set<String> scopes, boolean claimsCapable) {
		Draft draft = begin(client, proof, audience, resource);
		draft.claims.claim("oid", person.objectId().toString())
			.subject(PairwiseSubject.of(this.directory.tenantId(), resource.appId(), person.objectId()))
			.claim("idtyp", "user")
			.claim("scp", String.join(" ", new TreeSet<>(scopes)))
			.claim("name", person.displayName())
			.claim("sid", signedIn.sid())
			.claim("auth_time", signedIn.at().getEpochSecond());
		Set<String> roles = this.directory.appRoles(person.objectId(), resource.objectId());
		if (!roles.isEmpty()) {
			draft.claims.claim("roles", new TreeSet<>(roles).stream().toList());
		}
		if (isGraph(resource) || Wids.wanted(this.directory.client(resource.appId()))) {
			draft.claims.claim("wids", Wids.of(person));
		}
		if (!signedIn.acrs().isEmpty()) {
			draft.claims.claim("acrs", new TreeSet<>(signedIn.acrs()).stream().toList());
		}
		if (claimsCapable) {
			draft.claims.claim("xms_cc", List.of("cp1"));
		}
		if (draft.version2) {
			draft.claims.claim("preferred_username", person.userPrincipalName());
		}
		else {
			draft.claims.claim("upn", person.userPrincipalName())
				.claim("unique_name", person.userPrincipalName())
				.claim("given_name", person.givenName())
				.claim("family_name", person.surname())
				.claim("acr", "1")
				.claim("amr", signedIn.strong() ? List.of("pwd", "mfa") : List.of("pwd"));
		}
		return finish(draft);
	}

	private Draft begin(Client client, Proof proof, String audience, Principal resource) {
		Instant now = this.clock.instant();
		boolean version2 = this.directory.client(resource.appId())
			.map((api) -> Integer.valueOf(2).equals(api.accessTokenVersion()))
			.orElse(false);
		String aud = version2 ? resource.appId().toString() : audience;
		Draft draft = new Draft(new JWTClaimsSet.Builder(), version2, aud, now, now.plus(this.lifetimes.accessToken()));
		draft.claims.audience(aud)
			.issuer(version2 ? this.addresses.issuer() : this.addresses.issuerOfVersion1())
			.claim("tid", this.directory.tenantId().toString())
			.claim("ver", version2 ? "2.0" : "1.0")
			.claim(version2 ? "azp" : "appid", client.appId().toString())
			.claim(version2 ? "azpacr" : "appidacr", proof.acr())
			.claim("uti", TokenSigner.encode(bytes(UUID.randomUUID())));
		if (!version2) {
			draft.claims.claim("idp", this.addresses.issuerOfVersion1()).claim("app_displayname", client.displayName());
		}
		return draft;
	}

	private AccessToken finish(Draft draft) {
		Instant notBefore = draft.now.minusSeconds(300);
		JWTClaimsSet claims = draft.claims.claim("iat", draft.now.getEpochSecond())
			.claim("nbf", notBefore.getEpochSecond())
			.claim("exp", draft.expires.getEpochSecond())
			.build();
		return new AccessToken(this.signer.sign(claims), draft.audience, notBefore, draft.now, draft.expires);
	}

	private static boolean isGraph(Principal resource) {
		return resource.appId().toString().equals(ScopeRequest.GRAPH);
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

	private record Draft(JWTClaimsSet.Builder claims, boolean version2, String audience, Instant now, Instant expires) {
	}

}
