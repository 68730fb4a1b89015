package health.admit.portal.access;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Service;

import health.admit.portal.azure.AllAssignments;
import health.admit.portal.azure.AssignmentId;
import health.admit.portal.azure.Assignments;
import health.admit.portal.azure.Azure;
import health.admit.portal.azure.AzureRefused;
import health.admit.portal.azure.Azures;
import health.admit.portal.azure.PrincipalType;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.azure.RoleDefinition;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.Operations;
import health.admit.portal.operation.Plan;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.signin.Delegation;

/**
 * The roles of an application that exists already: reads them, and has them given and
 * taken. Reads throw what {@link Azure} throws.
 */
@Service
public class PrincipalRoles {

	/** Where an application has roles in more places, a command takes them away. */
	private static final int MOST_PLACES = 20;

	private final Azures azures;

	private final Operations operations;

	PrincipalRoles(Azures azures, Operations operations) {
		this.azures = azures;
		this.operations = operations;
	}

	/**
	 * The roles of a service principal, in all subscriptions the operator can see.
	 */
	public HeldRoles of(UUID principal, Delegation delegation) {
		Azure azure = this.azures.actingFor(delegation);
		AllAssignments all = azure.assignmentsOf(principal);
		Assignments found = all.found();
		Map<UUID, RoleDefinition> definitions = definitions(azure, found.items());
		List<HeldRole> held = found.items()
			.stream()
			.map((assignment) -> held(assignment, Optional.ofNullable(definitions.get(assignment.role())),
					found.throughGroup(assignment)))
			.toList();
		List<HeldRole> health = held.stream()
			.filter((role) -> !role.permits().isEmpty() || !definitions.containsKey(role.assignment().role()))
			.toList();
		return new HeldRoles(health, held.size() - health.size(), found.withGroups(), all.unread());
	}

	/**
	 * Which of these roles the operator may take away, as Azure says for the place where
	 * each was given.
	 */
	public Set<AssignmentId> removable(HeldRoles held, Delegation delegation) {
		Azure azure = this.azures.actingFor(delegation);
		Map<ResourceId, Boolean> allowed = new HashMap<>();
		Set<AssignmentId> removable = new HashSet<>();
		for (HeldRole role : held.roles()) {
			role.removable()
				.filter((id) -> allowed.containsKey(id.scope()) || allowed.size() < MOST_PLACES)
				.filter((id) -> allowed.computeIfAbsent(id.scope(), (place) -> mayRemove(azure, place)))
				.ifPresent(removable::add);
		}
		return removable;
	}

	private static boolean mayRemove(Azure azure, ResourceId place) {
		try {
			return azure.rights(place).mayRemove();
		}
		catch (AzureRefused ex) {
			return false;
		}
	}

	private static HeldRole held(RoleAssignment assignment, Optional<RoleDefinition> definition, boolean throughGroup) {
		Set<DataAction> permits = EnumSet.noneOf(DataAction.class);
		definition.ifPresent(
				(role) -> List.of(HealthApi.values()).forEach((api) -> permits.addAll(DataAction.of(role, api))));
		return new HeldRole(assignment, definition.map(RoleDefinition::name).orElse(assignment.role().toString()),
				permits, throughGroup);
	}

	/**
	 * Definitions may be an organisation's own, so they are asked for where the roles
	 * were found, each place once and only for what is not known by then.
	 */
	private static Map<UUID, RoleDefinition> definitions(Azure azure, List<RoleAssignment> assignments) {
		Map<UUID, RoleDefinition> definitions = new HashMap<>();
		Set<ResourceId> asked = new HashSet<>();
		for (RoleAssignment assignment : assignments) {
			assignment.listedAt()
				.stream()
				.filter((place) -> !definitions.containsKey(assignment.role()) && asked.add(place))
				.forEach((place) -> readable(azure, place).forEach((role) -> definitions.put(role.id(), role)));
		}
		return definitions;
	}

	/** A role whose definition must not be read is shown by its id. */
	private static List<RoleDefinition> readable(Azure azure, ResourceId place) {
		try {
			return azure.roles(place);
		}
		catch (AzureRefused ex) {
			return List.of();
		}
	}

	/**
	 * Gives a role.
	 * @param grantee the application itself, or somebody who signs in to it
	 * @param key idempotency key of the form
	 */
	public OperationId give(Target target, Grantee grantee, ServiceAccess access, OfferedRole role, UUID key,
			Delegation delegation) {
		String service = access.service().fullName();
		return start(target, AccessSteps.assign(access.service().id(), service, role.id(), role.name(), grantee, false),
				key, delegation);
	}

	/**
	 * Takes a role away.
	 * @param key idempotency key of the form
	 */
	public OperationId take(Target target, AssignmentId assignment, String roleName, UUID key, Delegation delegation) {
		return start(target, AccessSteps.remove(assignment, roleName + ", " + assignment.scope().name()), key,
				delegation);
	}

	private OperationId start(Target target, PlannedStep step, UUID key, Delegation delegation) {
		Map<String, String> parameters = new HashMap<>(step.parameters());
		parameters.put("applicationObjectId", target.applicationObjectId().toString());
		PlannedStep aimed = new PlannedStep(step.kind(), step.verb(), step.label(), step.call(), parameters);
		Plan plan = new Plan("access", target.name(), "/applications/" + target.applicationObjectId() + "/roles",
				List.of(aimed));
		return this.operations.start(OperationId.random(), key, plan, delegation);
	}

	/**
	 * An application whose roles change.
	 *
	 * @param principal object id of its service principal
	 * @param name hostile input when shown
	 */
	public record Target(UUID applicationObjectId, UUID principal, String name) {

		/** The application as somebody who gets a role. */
		public Grantee grantee() {
			return new Grantee(this.principal, PrincipalType.SERVICE_PRINCIPAL, this.name);
		}

	}

}
