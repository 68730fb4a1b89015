package health.admit.sandbox.tenant;

import java.util.List;
import java.util.UUID;

/**
 * The tenant itself.
 *
 * @param domain the initial domain
 * @param verifiedDomains every verified domain, the initial one included
 */
public record Organisation(UUID tenantId, String name, String domain, List<String> verifiedDomains) {

	/** The tenant of the sandbox; its id is public knowledge and guards nothing. */
	public static final Organisation CONTOSO_HEALTH = new Organisation(
			UUID.fromString("5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10"), "Contoso Health", "contosohealth.onmicrosoft.com",
			List.of("contosohealth.onmicrosoft.com", "contosohealth.example"));

}
