package health.admit.sandbox.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jwt.JWTClaimsSet;
import health.admit.sandbox.tenant.Organisation;
import health.admit.sandbox.tenant.Person;
import health.admit.sandbox.tenant.TenantDirectory;
import health.admit.support.SandboxServer;

/**
 * Access tokens for Graph without the way through the sign-in page.
 */
public final class SandboxTokens {

	private static final String GRAPH = "https://graph.microsoft.com";

	private static final UUID OTHER_TENANT = new UUID(1, 2);

	private final TokenSigner signer;

	private final TenantDirectory directory;

	private final Clock clock;

	public SandboxTokens(SandboxServer sandbox) {
		this.signer = sandbox.bean(TokenSigner.class);
		this.directory = sandbox.bean(TenantDirectory.class);
		this.clock = sandbox.bean(Clock.class);
	}

	/**
	 * A token with which the portal acts for a person.
	 * @param givenName of the person
	 * @param scopes separated by spaces
	 */
	public String of(String givenName, String scopes) {
		return sign(claims(GRAPH, Duration.ofHours(1)).claim("oid", person(givenName).objectId().toString())
			.claim("scp", scopes)
			.build());
	}

	/** Tokens for Graph and for Azure that last longer than any test. */
	public String lasting(String audience, String givenName, String scopes) {
		return sign(claims(audience, Duration.ofDays(3650)).claim("oid", person(givenName).objectId().toString())
			.claim("scp", scopes)
			.build());
	}

	/** A token of a client without a person. */
	public String ofClient(UUID servicePrincipal, String... roles) {
		return sign(claims(GRAPH, Duration.ofHours(1)).claim("oid", servicePrincipal.toString())
			.claim("idtyp", "app")
			.claim("roles", List.of(roles))
			.build());
	}

	/** A token that is no good any more. */
	public String expired(String givenName) {
		return sign(claims(GRAPH, Duration.ofMinutes(-5)).claim("oid", person(givenName).objectId().toString())
			.claim("scp", "User.Read")
			.build());
	}

	/** A token for another service. */
	public String forAudience(String audience, String givenName) {
		return sign(claims(audience, Duration.ofHours(1)).claim("oid", person(givenName).objectId().toString())
			.claim("scp", "User.Read")
			.build());
	}

	/** A token for another service, for anybody or any service principal. */
	public String forAudience(String audience, UUID objectId) {
		return sign(claims(audience, Duration.ofHours(1)).claim("oid", objectId.toString()).build());
	}

	/** A token for another service that is no good any more. */
	public String expiredFor(String audience, String givenName) {
		return sign(
				claims(audience, Duration.ofMinutes(-5)).claim("oid", person(givenName).objectId().toString()).build());
	}

	/** A token that another tenant has issued. */
	public String ofOtherTenant(String audience, String givenName) {
		return sign(claims(audience, Duration.ofHours(1)).issuer("https://sts.windows.net/" + OTHER_TENANT + "/")
			.claim("oid", person(givenName).objectId().toString())
			.build());
	}

	public Person person(String givenName) {
		return this.directory.people()
			.stream()
			.filter((person) -> person.givenName().equals(givenName))
			.findFirst()
			.orElseThrow();
	}

	private JWTClaimsSet.Builder claims(String audience, Duration life) {
		Instant now = this.clock.instant();
		return new JWTClaimsSet.Builder()
			.issuer("https://sts.windows.net/" + Organisation.CONTOSO_HEALTH.tenantId() + "/")
			.audience(audience)
			.claim("appid", "0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4")
			.claim("ver", "1.0")
			.claim("uti", UUID.randomUUID().toString())
			.issueTime(Date.from(now.minusSeconds(600)))
			.notBeforeTime(Date.from(now.minusSeconds(600)))
			.expirationTime(Date.from(now.plus(life)));
	}

	private String sign(JWTClaimsSet claims) {
		return this.signer.sign(claims);
	}

}
