package health.admit.portal.azure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import health.admit.portal.cloud.Answer;
import health.admit.portal.cloud.HealthApi;

/**
 * Azure behind its REST calls.
 */
final class ArmAzure implements Azure {

	private static final String WRITE = "Microsoft.Authorization/roleAssignments/write";

	private static final String DELETE = "Microsoft.Authorization/roleAssignments/delete";

	private static final String READ = "Microsoft.Authorization/roleAssignments/read";

	/** In a subscription whose role assignments can only be read service by service. */
	private static final int MOST_SERVICES = 50;

	private final ArmApi api;

	private final ArmReads reads;

	private final ArmWrites writes;

	private final SubscriptionSearch search;

	ArmAzure(ArmApi api, ArmReads reads, ArmWrites writes, SubscriptionSearch search) {
		this.api = api;
		this.reads = reads;
		this.writes = writes;
		this.search = search;
	}

	@Override
	public List<Subscription> subscriptions() {
		return this.reads.list(this.api::subscriptions)
			.stream()
			.map(ArmMapper::subscription)
			.flatMap(Optional::stream)
			.toList();
	}

	@Override
	public Found<HealthService> services() {
		Found<HealthService> found = this.search.search(subscriptions(), this::services);
		Comparator<HealthService> order = Comparator.comparing(HealthService::name)
			.thenComparing(HealthService::workspace)
			.thenComparing((service) -> service.id().text());
		return new Found<>(found.items().stream().sorted(order).toList(), found.unread());
	}

	private Found<HealthService> services(Subscription in) {
		List<HealthService> services = new ArrayList<>();
		List<Unread> unread = new ArrayList<>();
		for (JsonNode workspace : this.reads.list((bearer, call) -> this.api.workspaces(in.id(), bearer, call))) {
			ArmMapper.workspace(workspace, in)
				.ifPresentOrElse((id) -> services(id, in, services, unread),
						() -> SubscriptionSearch.malformed(in, unread).accept(Json.text(workspace, "name")));
		}
		return new Found<>(services, unread);
	}

	private void services(ResourceId workspace, Subscription in, List<HealthService> services, List<Unread> unread) {
		for (HealthApi kind : HealthApi.values()) {
			SubscriptionSearch.guard(in, workspace.name(), unread,
					() -> this.reads
						.list((bearer, call) -> this.api.services(workspace.path(), ArmMapper.type(kind), bearer, call))
						.forEach((node) -> ArmMapper.service(node, kind, in)
							.ifPresentOrElse(services::add, () -> SubscriptionSearch.malformed(in, unread)
								.accept(workspace.name() + "/" + Json.text(node, "name")))));
		}
	}

	@Override
	public Optional<HealthService> service(ResourceId id) {
		Optional<HealthApi> kind = id.health();
		if (kind.isEmpty()) {
			return Optional.empty();
		}
		return this.reads.find((bearer, call) -> this.api.service(id.path(), bearer, call))
			.flatMap((node) -> ArmMapper.service(node, kind.get(), subscription(id.subscription())))
			.filter((service) -> service.id().equals(id));
	}

	/**
	 * By its id alone where the operator may see the service but not the subscription.
	 */
	private Subscription subscription(UUID id) {
		try {
			return this.reads.find((bearer, call) -> this.api.subscription(id, bearer, call))
				.flatMap(ArmMapper::subscription)
				.orElseGet(() -> new Subscription(id, id.toString()));
		}
		catch (AzureRefused ex) {
			return new Subscription(id, id.toString());
		}
	}

	@Override
	public List<RoleDefinition> roles(ResourceId scope) {
		return this.reads.list((bearer, call) -> this.api.roleDefinitions(scope.path(), bearer, call))
			.stream()
			.map(ArmMapper::role)
			.flatMap(Optional::stream)
			.sorted(Comparator.comparing(RoleDefinition::name))
			.toList();
	}

	@Override
	public Rights rights(ResourceId scope) {
		List<Permission> permissions = permissions(scope);
		return new Rights(permissions.stream().anyMatch((one) -> one.permits(WRITE)),
				permissions.stream().anyMatch((one) -> one.permits(DELETE)));
	}

	private List<Permission> permissions(ResourceId scope) {
		return this.reads.list((bearer, call) -> this.api.permissions(scope.path(), bearer, call))
			.stream()
			.map(ArmMapper::permission)
			.toList();
	}

	@Override
	public Assignments assignments(ResourceId scope, UUID principal) {
		try {
			return new Assignments(principal, assignments(scope, "assignedTo('" + principal + "')"), true);
		}
		catch (AzureRefused ex) {
			// Looking into groups needs more rights in the directory than looking here.
			return new Assignments(principal, assignments(scope, "principalId eq '" + principal + "'"), false);
		}
	}

	@Override
	public AllAssignments assignmentsOf(UUID principal) {
		Found<Assignments> found = this.search.search(subscriptions(), (in) -> assignments(in, principal));
		// What was assigned above is found in each subscription or service below.
		Map<String, RoleAssignment> distinct = new LinkedHashMap<>();
		found.items()
			.forEach((part) -> part.items()
				.forEach((one) -> distinct.merge(one.id().toLowerCase(Locale.ROOT), one,
						(first, again) -> first.alsoListedAt(again.listedAt()))));
		return new AllAssignments(new Assignments(principal, List.copyOf(distinct.values()),
				found.items().stream().allMatch(Assignments::withGroups)), found.unread());
	}

	private Found<Assignments> assignments(Subscription in, UUID principal) {
		ResourceId scope = new ResourceId("/subscriptions/" + in.id());
		try {
			Assignments all = assignments(scope, principal);
			// An empty list is also what somebody may get who must not look.
			if (!all.items().isEmpty() || permissions(scope).stream().anyMatch((one) -> one.permits(READ))) {
				return new Found<>(List.of(all), List.of());
			}
			return assignmentsOnServices(services(in), in, principal);
		}
		catch (AzureRefused ex) {
			Found<HealthService> services = services(in);
			if (services.items().isEmpty()) {
				throw ex;
			}
			return assignmentsOnServices(services, in, principal);
		}
	}

	/** Somebody may look at a service and not at the subscription it lies in. */
	private Found<Assignments> assignmentsOnServices(Found<HealthService> services, Subscription in, UUID principal) {
		List<Assignments> found = new ArrayList<>();
		List<Unread> unread = new ArrayList<>(services.unread());
		unread.add(new Unread(in.id(), in.name(), "", Unread.Reason.SERVICES_ONLY, "", ""));
		services.items()
			.stream()
			.limit(MOST_SERVICES)
			.forEach((service) -> SubscriptionSearch.guard(in, service.fullName(), unread,
					() -> found.add(assignments(service.id(), principal))));
		return new Found<>(found, unread);
	}

	private List<RoleAssignment> assignments(ResourceId scope, String filter) {
		return this.reads.list((bearer, call) -> this.api.assignments(scope.path(), filter, bearer, call))
			.stream()
			.map((node) -> ArmMapper.assignment(node, Set.of(scope)))
			.flatMap(Optional::stream)
			.toList();
	}

	@Override
	public Answer<RoleAssignment> assign(NewAssignment assignment, UUID clientRequestId) {
		String definition = "/subscriptions/" + assignment.scope().subscription()
				+ "/providers/Microsoft.Authorization/roleDefinitions/" + assignment.role();
		Map<String, Object> properties = Map.of("roleDefinitionId", definition, "principalId",
				assignment.principal().toString(), "principalType", assignment.type().value());
		return this.writes.send(clientRequestId,
				(bearer, call) -> this.api.assign(assignment.id().path(), Map.of("properties", properties), bearer,
						call),
				(answer) -> ArmMapper.assignment(answer.json(), Set.of())
					.orElseThrow(() -> new MalformedAnswer("role assignment")));
	}

	@Override
	public Answer<Boolean> remove(AssignmentId assignment, UUID clientRequestId) {
		return this.writes.send(clientRequestId, (bearer, call) -> this.api.remove(assignment.path(), bearer, call),
				(answer) -> answer.status() != 204);
	}

}
