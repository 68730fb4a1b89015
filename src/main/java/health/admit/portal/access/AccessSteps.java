package health.admit.portal.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import health.admit.portal.azure.AssignmentId;
import health.admit.portal.azure.NewAssignment;
import health.admit.portal.azure.PrincipalType;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.operation.PlannedStep.Verb;
import health.admit.portal.operation.StepCall;
import health.admit.portal.signin.DelegatedScope;

/**
 * Plans the writes that give and take roles on a service.
 */
public final class AccessSteps {

	static final String ASSIGN = "role.assign";

	static final String REMOVE = "role.remove";

	static final Set<DelegatedScope> SCOPES = Set.of(DelegatedScope.AZURE);

	private static final String FACT = "role.";

	private static final String PUT = "PUT {scope}/providers/Microsoft.Authorization/roleAssignments/{name}";

	private AccessSteps() {
	}

	/**
	 * Assigns a role.
	 * @param service name of the service as pages show it
	 * @param handOver whether the operation goes on where Azure refuses to assign the
	 * role for good; {@link #outcome} then tells
	 */
	public static PlannedStep assign(ResourceId scope, String service, UUID role, String roleName, Grantee grantee,
			boolean handOver) {
		Map<String, String> parameters = new TreeMap<>(Map.of("scope", scope.text(), "role", role.toString(),
				"roleName", roleName, "principalType", grantee.type().value()));
		if (grantee.objectId() != null) {
			parameters.put("principalId", grantee.objectId().toString());
		}
		if (handOver) {
			parameters.put("handOver", "true");
		}
		return new PlannedStep(ASSIGN, Verb.CREATE, roleName + ", " + service + ", " + grantee.name(), PUT, parameters);
	}

	/**
	 * Removes a role assignment.
	 * @param label role and service as pages show them
	 */
	public static PlannedStep remove(AssignmentId assignment, String label) {
		return new PlannedStep(REMOVE, Verb.CHANGE, label,
				"DELETE {scope}/providers/Microsoft.Authorization/roleAssignments/{name}",
				Map.of("assignment", assignment.toString()));
	}

	/**
	 * How a role that a step gave is taken away again; empty when Azure refused to give
	 * it.
	 */
	static Optional<PlannedStep> takeBack(MadeStep made, UUID principal) {
		ResourceId scope = new ResourceId(made.parameter("scope").orElseThrow());
		UUID role = UUID.fromString(made.parameter("role").orElseThrow());
		if (!outcome(made.facts(), scope, principal, role).refusal().isEmpty()) {
			return Optional.empty();
		}
		// The type is no part of the name.
		PlannedStep removal = remove(new NewAssignment(scope, principal, PrincipalType.USER, role).id(),
				made.step().label());
		Map<String, String> parameters = new TreeMap<>(removal.parameters());
		made.fact("applicationObjectId").ifPresent((application) -> parameters.put("applicationObjectId", application));
		return Optional
			.of(new PlannedStep(removal.kind(), removal.verb(), removal.label(), removal.call(), parameters));
	}

	/**
	 * The scopes that a step of this module needs; empty for a step of another module.
	 */
	public static Set<DelegatedScope> scopesFor(PlannedStep step) {
		return Set.of(ASSIGN, REMOVE).contains(step.kind()) ? SCOPES : Set.of();
	}

	/**
	 * What became of an assignment, from the facts of its operation.
	 * @param principal object id of who was to get the role
	 */
	public static AssignmentOutcome outcome(Map<String, String> facts, ResourceId scope, UUID principal, UUID role) {
		return AssignmentOutcome.parse(facts.get(fact(scope, principal, role)));
	}

	static String fact(ResourceId scope, UUID principal, UUID role) {
		// The type is no part of the name.
		return FACT + new NewAssignment(scope, principal, PrincipalType.USER, role).name();
	}

	static NewAssignment assignment(StepCall call) {
		String known = call.step().parameters().get("principalId");
		String principal = (known != null) ? known : call.fact("servicePrincipalObjectId");
		PrincipalType type = PrincipalType.of(call.parameter("principalType"))
			.orElseThrow(() -> new IllegalStateException("Step names no type of principal"));
		return new NewAssignment(new ResourceId(call.parameter("scope")), UUID.fromString(principal), type,
				UUID.fromString(call.parameter("role")));
	}

}
