package health.admit.portal.permissions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.operation.PlannedStep.Verb;
import health.admit.portal.operation.StepCall;
import health.admit.portal.signin.DelegatedScope;
import org.jspecify.annotations.Nullable;

/**
 * Plans the writes that let a client call an API. They come after the client's service
 * principal, because a grant joins two service principals.
 */
public final class PermissionSteps {

	static final String RESOURCE = "resource.add";

	static final String CONSENT = "consent.grant";

	static final String ROLE = "role.grant";

	static final String REMOVE_CONSENT = "consent.remove";

	static final String REMOVE_ROLE = "role.revoke";

	private static final Map<String, Set<DelegatedScope>> SCOPES = Map.of(RESOURCE,
			Set.of(DelegatedScope.APPLICATION_WRITE), CONSENT,
			Set.of(DelegatedScope.GRANT_WRITE, DelegatedScope.DIRECTORY_READ), ROLE,
			Set.of(DelegatedScope.APP_ROLE_WRITE), REMOVE_CONSENT, Set.of(DelegatedScope.GRANT_WRITE), REMOVE_ROLE,
			Set.of(DelegatedScope.APP_ROLE_WRITE));

	private PermissionSteps() {
	}

	/**
	 * Adds the service principal of an API that this tenant lacks. Comes before the
	 * grants that name the API.
	 * @param name how the API is called on the pages
	 */
	public static PlannedStep resource(UUID appId, String name) {
		return new PlannedStep(RESOURCE, Verb.CREATE, name, "POST /servicePrincipals",
				Map.of("resourceAppId", appId.toString()));
	}

	/**
	 * Consents for everyone in the tenant to scopes of one API; scopes that were granted
	 * before stay.
	 * @param resourceAppId app id of the API
	 * @param resource object id of its service principal; null when {@link #resource}
	 * makes it
	 */
	public static PlannedStep consent(UUID resourceAppId, @Nullable UUID resource, String name, List<String> scopes) {
		Map<String, String> parameters = resourceParameters(resourceAppId, resource);
		parameters.put("scopes", String.join(" ", scopes.stream().sorted().toList()));
		return new PlannedStep(CONSENT, Verb.CREATE, name, "POST /oauth2PermissionGrants", parameters);
	}

	/**
	 * Grants an app role of an API to the client.
	 * @param resourceAppId app id of the API
	 * @param resource object id of its service principal; null when {@link #resource}
	 * makes it
	 */
	public static PlannedStep role(UUID resourceAppId, @Nullable UUID resource, String name, UUID appRole,
			String value) {
		Map<String, String> parameters = resourceParameters(resourceAppId, resource);
		parameters.put("appRole", appRole.toString());
		parameters.put("value", value);
		return new PlannedStep(ROLE, Verb.CREATE, name + ": " + value,
				"POST /servicePrincipals/{id}/appRoleAssignments", parameters);
	}

	/**
	 * How what a step granted to a client that its own operation made is taken back; such
	 * a client had no grant before. Empty for any other client.
	 */
	static Optional<PlannedStep> takeBack(MadeStep made) {
		Optional<String> api = made.parameter("resourceAppId");
		Optional<String> resource = made.parameter("resource")
			.or(() -> api.flatMap((appId) -> made.fact("resource." + appId)));
		return made.fact("applicationObjectId")
			.flatMap((application) -> made.fact("servicePrincipalObjectId")
				.flatMap((client) -> resource.map((principal) -> takeBack(made,
						Map.of("applicationObjectId", application, "client", client, "resource", principal)))));
	}

	private static PlannedStep takeBack(MadeStep made, Map<String, String> known) {
		Map<String, String> parameters = new TreeMap<>(known);
		made.parameter("appRole").ifPresent((role) -> parameters.put("appRole", role));
		return ROLE.equals(made.step().kind())
				? new PlannedStep(REMOVE_ROLE, Verb.CHANGE, made.step().label(),
						"DELETE /servicePrincipals/{id}/appRoleAssignments/{id}", parameters)
				: new PlannedStep(REMOVE_CONSENT, Verb.CHANGE, made.step().label(),
						"DELETE /oauth2PermissionGrants/{id}", parameters);
	}

	/**
	 * The scopes that a step of this module needs; empty for a step of another module.
	 */
	public static Set<DelegatedScope> scopesFor(PlannedStep step) {
		return scopesFor(step.kind());
	}

	static Set<DelegatedScope> scopesFor(String kind) {
		return SCOPES.getOrDefault(kind, Set.of());
	}

	/** The API's service principal: known when planning, or made by an earlier step. */
	static UUID resourcePrincipal(StepCall call) {
		String known = call.step().parameters().get("resource");
		return UUID.fromString((known != null) ? known : call.fact(resourceFact(call)));
	}

	static UUID clientPrincipal(StepCall call) {
		return UUID.fromString(call.fact("servicePrincipalObjectId"));
	}

	static String resourceFact(StepCall call) {
		return "resource." + call.parameter("resourceAppId");
	}

	private static Map<String, String> resourceParameters(UUID resourceAppId, @Nullable UUID resource) {
		Map<String, String> parameters = new TreeMap<>(Map.of("resourceAppId", resourceAppId.toString()));
		if (resource != null) {
			parameters.put("resource", resource.toString());
		}
		return parameters;
	}

}
