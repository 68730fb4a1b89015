package health.admit.sandbox.graph;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.tenant.Consents;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.ServicePrincipals;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * App role assignments: what a principal holds, and who holds roles of a resource.
 */
@Component
class RoleAssignmentsResource implements GraphResource {

	private static final String RESOURCE = "AppRoleAssignment";

	private static final String INVALID_REFERENCE = "Not a valid reference update.";

	private final Applications applications;

	private final Authority authority;

	private final Consents consents;

	private final ServicePrincipals principals;

	private final Owners objects;

	private final Store store;

	RoleAssignmentsResource(Applications applications, Authority authority, Consents consents,
			ServicePrincipals principals, Owners objects, Store store) {
		this.applications = applications;
		this.authority = authority;
		this.consents = consents;
		this.principals = principals;
		this.objects = objects;
		this.store = store;
	}

	@Override
	public void register(Routes routes) {
		register(routes, "/servicePrincipals/{}/appRoleAssignments", "principalId");
		register(routes, "/servicePrincipals/{}/appRoleAssignedTo", "resourceId");
	}

	private void register(Routes routes, String path, String side) {
		routes.get(path, (request) -> list(request, side))
			.post(path, (request) -> create(request, side))
			.delete(path + "/{}", (request) -> delete(request, side));
	}

	private GraphAnswer list(GraphRequest request, String side) {
		Item principal = this.applications.read(Kind.SERVICE_PRINCIPAL, request.key(0));
		return SmallListing.answer(request, "appRoleAssignments", RESOURCE, of(principal, side, Copy.LIST));
	}

	private GraphAnswer create(GraphRequest request, String side) {
		request.query().allow(Set.of());
		Item parent = this.applications.find(Kind.SERVICE_PRINCIPAL, request.key(0), Copy.CHILD)
			.orElseThrow(() -> GraphProblem.notFound(request.key(0).value()));
		ObjectNode wanted = request.object();
		UUID principalId = id(wanted, "principalId");
		UUID resourceId = id(wanted, "resourceId");
		UUID role = id(wanted, "appRoleId");
		if (!parent.id().equals(side.equals("principalId") ? principalId : resourceId)) {
			throw GraphProblem.invalidValue(side, RESOURCE);
		}
		Item resource = this.store.live(Kind.SERVICE_PRINCIPAL, resourceId, Copy.GRANT)
			.orElseThrow(() -> GraphProblem.badRequest(INVALID_REFERENCE));
		Item principal = this.store.live(Kind.SERVICE_PRINCIPAL, principalId, Copy.GRANT)
			.or(() -> this.store.live(Kind.USER, principalId, Copy.MASTER))
			.orElseThrow(() -> GraphProblem.badRequest(INVALID_REFERENCE));
		ObjectNode published = this.principals.describe(resource);
		checkRole(published, role, principal);
		this.authority.requireAssign(request.caller(), Objects.requireNonNull(resource.appId()),
				principal.kind() == Kind.SERVICE_PRINCIPAL);
		if (this.consents.assignment(principalId, resourceId, role, Copy.MASTER).isPresent()) {
			throw GraphProblem.badProperty("InvalidUpdate", "appRoleId",
					"Permission being assigned already exists on the object");
		}
		Item assignment = this.consents.assign(principal,
				this.objects.describe(principal).path("displayName").asString(""), resource,
				published.path("displayName").asString(""), role);
		ObjectNode body = Json.object()
			.put("@odata.context", Context.ofEntity(request, "appRoleAssignments", List.of()));
		body.setAll(assignment.json());
		return GraphAnswer.created(body, request.root() + request.path() + "/" + Ids.onWire(assignment.id()));
	}

	private GraphAnswer delete(GraphRequest request, String side) {
		request.query().allow(Set.of());
		Item parent = this.applications.read(Kind.SERVICE_PRINCIPAL, request.key(0));
		String wire = request.key(1).value();
		Item assignment = of(parent, side, Copy.CHILD).stream()
			.filter((each) -> wire.equals(Json.text(each.json(), "id")))
			.findFirst()
			.orElseThrow(() -> GraphProblem.notFound(wire));
		this.authority.requireConsent(request.caller());
		this.store.purge(Kind.ROLE_ASSIGNMENT, assignment.id());
		return GraphAnswer.noContent();
	}

	private List<Item> of(Item principal, String side, Copy copy) {
		return this.store.linkedTo(Kind.ROLE_ASSIGNMENT, principal.id(), copy)
			.stream()
			.filter((each) -> principal.id().toString().equals(Json.text(each.json(), side)))
			.toList();
	}

	private static void checkRole(ObjectNode resource, UUID role, Item principal) {
		List<ObjectNode> roles = Json.objects(resource, "appRoles");
		String needed = (principal.kind() == Kind.USER) ? "User" : "Application";
		boolean usable = roles.stream()
			.anyMatch((each) -> role.toString().equals(Json.text(each, "id")) && each.path("isEnabled").asBoolean(true)
					&& Json.texts(each, "allowedMemberTypes").contains(needed));
		if (!usable && !(role.equals(Consents.DEFAULT_ACCESS) && roles.isEmpty())) {
			throw GraphProblem.badProperty("InvalidUpdate", "appRoleId",
					"Permission being assigned was not found on application");
		}
	}

	private static UUID id(ObjectNode wanted, String member) {
		UUID id = Ids.parse(Json.text(wanted, member));
		if (id == null) {
			throw GraphProblem.invalidValue(member, RESOURCE);
		}
		return id;
	}

}
