package health.admit.portal.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import health.admit.portal.access.AccessSteps;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.credentials.CredentialSteps;
import health.admit.portal.directory.FederatedCredential;
import health.admit.portal.operation.Plan;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.operation.PlannedStep.Verb;
import health.admit.portal.permissions.PermissionSteps;
import org.jspecify.annotations.Nullable;

/**
 * Turns a complete draft into the writes that make it true. Pure: the same draft, tenant
 * and day give the same plan. What can be lost comes last.
 */
final class RegistrationPlanner {

	static final String APPLICATION = "application.create";

	static final String SERVICE_PRINCIPAL = "servicePrincipal.create";

	static final String OWNER = "owner.add";

	static final String DELETE_APPLICATION = "application.delete";

	static final String DELETE_SERVICE_PRINCIPAL = "servicePrincipal.delete";

	private RegistrationPlanner() {
	}

	/**
	 * Plans a registration.
	 * @param today day on which the life of a secret begins, in UTC
	 */
	static Plan plan(DraftContent content, TenantSnapshot tenant, LocalDate today) {
		Basics basics = Objects.requireNonNull(content.basics());
		Authentication authentication = Objects.requireNonNull(content.authentication());
		PermissionChoice permissions = Objects.requireNonNull(content.permissions());
		CredentialChoice credential = authentication.confidential() ? content.credential() : null;
		List<PlannedStep> steps = new ArrayList<>();
		steps.add(application(basics, authentication, credential, permissions, content.access()));
		steps.add(new PlannedStep(SERVICE_PRINCIPAL, Verb.CREATE, basics.name(), "POST /servicePrincipals", Map.of()));
		basics.owners().forEach((owner) -> steps.add(owner(owner)));
		permissions.apis().forEach((api) -> api(api, permissions.consentNow(), tenant, steps));
		access(content.access(), basics, steps);
		credential(credential, today, steps);
		return new Plan("registration", basics.name(), "/registrations/{id}/result", steps);
	}

	private static PlannedStep application(Basics basics, Authentication authentication,
			@Nullable CredentialChoice credential, PermissionChoice permissions, @Nullable AccessChoice access) {
		Map<String, String> parameters = new TreeMap<>(
				ApplicationParameters.of(basics, authentication, credential, permissions));
		// Not for Graph, but for the result page, which outlives the draft.
		parameters.put("purpose", basics.purpose().name());
		parameters.put("clientKind", authentication.kind().name());
		parameters.put("confidential", String.valueOf(authentication.confidential()));
		parameters.put("credential", ((credential != null) ? credential.kind() : CredentialChoice.Kind.LATER).name());
		parameters.put("consentNow", String.valueOf(permissions.consentNow()));
		if (access != null) {
			parameters.put("access", AccessJson.write(access));
		}
		return new PlannedStep(APPLICATION, Verb.CREATE, basics.name(),
				"PATCH /applications(uniqueName='admit-{operation}')", parameters);
	}

	private static PlannedStep owner(Basics.Owner owner) {
		return new PlannedStep(OWNER, Verb.CREATE, owner.displayName(), "POST /applications/{id}/owners/$ref",
				Map.of("person", owner.objectId().toString()));
	}

	private static void api(PermissionChoice.Api api, boolean consentNow, TenantSnapshot tenant,
			List<PlannedStep> steps) {
		UUID principal = tenant.apis().get(api.appId());
		if (principal == null && api.addToTenant()) {
			steps.add(PermissionSteps.resource(api.appId(), api.displayName()));
		}
		if (!consentNow || (principal == null && !api.addToTenant())) {
			return;
		}
		if (!api.scopes().isEmpty()) {
			List<String> values = api.scopes().stream().map(PermissionChoice.Permission::value).toList();
			steps.add(PermissionSteps.consent(api.appId(), principal, api.displayName(), values));
		}
		api.appRoles()
			.forEach((role) -> steps
				.add(PermissionSteps.role(api.appId(), principal, api.displayName(), role.id(), role.value())));
	}

	/** A role that Azure refuses is left to somebody else: the registration goes on. */
	private static void access(@Nullable AccessChoice access, Basics basics, List<PlannedStep> steps) {
		if (access == null) {
			return;
		}
		for (AccessChoice.Service service : access.services()) {
			String id = service.id();
			if (service.assign() && id != null) {
				access.grantees(basics.name())
					.forEach((grantee) -> steps.add(AccessSteps.assign(new ResourceId(id), service.name(),
							service.role(), service.roleName(), grantee, true)));
			}
		}
	}

	private static void credential(@Nullable CredentialChoice credential, LocalDate today, List<PlannedStep> steps) {
		if (credential == null) {
			return;
		}
		CredentialChoice.Federation federation = credential.federation();
		if (federation != null) {
			steps.add(CredentialSteps.federation(new FederatedCredential(federation.name(), federation.issuer(),
					federation.subject(), federation.audience(), federation.description())));
		}
		CredentialChoice.Secret secret = credential.secret();
		if (secret != null) {
			steps.add(CredentialSteps.secret(secret.description(), secret.start(), end(secret, today)));
		}
	}

	/** Whole days, so that the plan that was shown is the plan that is confirmed. */
	private static Instant end(CredentialChoice.Secret secret, LocalDate today) {
		Integer months = secret.months();
		return (months != null) ? today.plusMonths(months).atStartOfDay(ZoneOffset.UTC).toInstant()
				: Objects.requireNonNull(secret.end());
	}

}
