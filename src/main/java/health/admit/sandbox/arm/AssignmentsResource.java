package health.admit.sandbox.arm;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import health.admit.sandbox.tenant.AzureId;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Moments;
import health.admit.sandbox.tenant.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Role assignments: lists at a scope, and one by its name.
 */
@Component
@Order(2)
class AssignmentsResource implements ArmResource {

	private static final String TYPE = "Microsoft.Authorization/roleAssignments";

	private final Store store;

	private final AzureAccess access;

	private final AzurePrincipals principals;

	private final RoleDefinitions roles;

	private final Scopes scopes;

	private final ArmPages pages;

	private final Clock clock;

	AssignmentsResource(Store store, AzureAccess access, AzurePrincipals principals, RoleDefinitions roles,
			Scopes scopes, ArmPages pages, Clock clock) {
		this.store = store;
		this.access = access;
		this.principals = principals;
		this.roles = roles;
		this.scopes = scopes;
		this.pages = pages;
		this.clock = clock;
	}

	@Override
	public Optional<ArmAnswer> answer(ArmRequest request) {
		return AuthorizationPath.of(request.path(), "roleAssignments").map((path) -> {
			ApiVersions.AUTHORIZATION.check(request, "roleAssignments");
			if (path.name() == null) {
				if (!request.isGet()) {
					throw ArmProblem.notImplemented(request.method() + " " + request.path());
				}
				return list(request, path.scope());
			}
			return switch (request.method()) {
				case "GET" -> get(request, path);
				case "PUT" -> put(request, path);
				case "DELETE" -> delete(request, path);
				default -> throw ArmProblem.notImplemented(request.method() + " " + request.path());
			};
		});
	}

	private ArmAnswer list(ArmRequest request, AzureId scope) {
		require(request, "read", scope);
		AssignmentFilter filter = AssignmentFilter.read(request.filter());
		List<ObjectNode> rows = this.store.all(Kind.AZURE_ROLE_ASSIGNMENT, Copy.MASTER)
			.stream()
			.map(RoleAssignment::of)
			.filter((each) -> filter.accepts(each, scope, this.access::identities))
			.map(RoleAssignment::describe)
			.toList();
		return this.pages.answer(request, rows);
	}

	private ArmAnswer get(ArmRequest request, AuthorizationPath path) {
		require(request, "read", path.scope());
		return find(path).map((assignment) -> ArmAnswer.ok(assignment.describe()))
			.orElseThrow(() -> ArmProblem.of(404, "RoleAssignmentNotFound",
					"The role assignment '" + path.name() + "' is not found."));
	}

	private ArmAnswer delete(ArmRequest request, AuthorizationPath path) {
		require(request, "delete", path.scope());
		Optional<RoleAssignment> present = find(path);
		if (present.isEmpty()) {
			return ArmAnswer.noContent();
		}
		this.store.purge(Kind.AZURE_ROLE_ASSIGNMENT, present.get().name());
		return ArmAnswer.ok(present.get().describe());
	}

	private ArmAnswer put(ArmRequest request, AuthorizationPath path) {
		require(request, "write", path.scope());
		ObjectNode properties = properties(request);
		RoleDefinition role = role(properties);
		UUID principal = principal(properties);
		String type = this.principals.requireType(principal, Json.text(properties, "principalType"));
		UUID name = name(path);
		Optional<RoleAssignment> same = this.store.find(Kind.AZURE_ROLE_ASSIGNMENT, name, Copy.MASTER)
			.map(RoleAssignment::of);
		if (same.isPresent()) {
			if (!same.get().scope().same(path.scope()) || !same.get().principal().equals(principal)
					|| !same.get().role().equals(role.id())) {
				throw ArmProblem.badRequest("RoleAssignmentUpdateNotPermitted",
						"Tenant ID, application ID, principal ID, and scope are not allowed to be updated.");
			}
			return ArmAnswer.ok(same.get().describe());
		}
		refuseTwin(path.scope(), principal, role);
		String now = Moments.write(this.clock.instant());
		return ArmAnswer.created(RoleAssignment.of(this.store.put(Kind.AZURE_ROLE_ASSIGNMENT, name,
				Json.object()
					.put("scope", path.scope().text())
					.put("roleId", role.id().toString())
					.put("principalId", principal.toString())
					.put("principalType", type)
					.put("description", Json.text(properties, "description"))
					.put("createdOn", now)
					.put("updatedOn", now)
					.put("createdBy", request.caller().objectId().toString())))
			.describe());
	}

	private void refuseTwin(AzureId scope, UUID principal, RoleDefinition role) {
		this.store.linkedTo(Kind.AZURE_ROLE_ASSIGNMENT, principal, Copy.MASTER)
			.stream()
			.map(RoleAssignment::of)
			.filter((each) -> each.scope().same(scope) && each.role().equals(role.id()))
			.findFirst()
			.ifPresent((twin) -> {
				throw ArmProblem.of(409, "RoleAssignmentExists",
						"The role assignment already exists. The ID of the conflicting role assignment is "
								+ AzurePrincipals.bare(twin.name()) + ".");
			});
	}

	private void require(ArmRequest request, String verb, AzureId scope) {
		this.access.require(request.caller(), TYPE + "/" + verb, scope);
		this.scopes.requireExisting(scope);
	}

	private Optional<RoleAssignment> find(AuthorizationPath path) {
		return this.store.find(Kind.AZURE_ROLE_ASSIGNMENT, name(path), Copy.MASTER)
			.map(RoleAssignment::of)
			.filter((each) -> each.scope().same(path.scope()));
	}

	private static UUID name(AuthorizationPath path) {
		UUID name = Ids.parse(path.name());
		if (name == null) {
			throw ArmProblem.badRequest("InvalidRoleAssignmentId", "The role assignment ID '" + path.name()
					+ "' is not valid. The role assignment ID must be a GUID.");
		}
		return name;
	}

	private static ObjectNode properties(ArmRequest request) {
		if (!(request.object().get("properties") instanceof ObjectNode properties)) {
			throw ArmProblem.badRequest("InvalidCreateRoleAssignmentRequest",
					"The request to create role assignment '" + request.path().name() + "' is not valid.");
		}
		if (properties.hasNonNull("condition") || properties.hasNonNull("delegatedManagedIdentityResourceId")) {
			throw ArmProblem.notImplemented("conditions and delegated managed identities in role assignments");
		}
		return properties;
	}

	private RoleDefinition role(ObjectNode properties) {
		String text = Objects.requireNonNullElse(Json.text(properties, "roleDefinitionId"), "");
		@Nullable UUID id = Ids.parse(new AzureId(text).name());
		return Optional.ofNullable(id)
			.flatMap(this.roles::find)
			.orElseThrow(
					() -> ArmProblem.badRequest("RoleDefinitionDoesNotExist", "The specified role definition with ID '"
							+ ((id != null) ? AzurePrincipals.bare(id) : text) + "' does not exist."));
	}

	private static UUID principal(ObjectNode properties) {
		String text = Json.text(properties, "principalId");
		UUID id = Ids.parse(text);
		if (id == null) {
			throw ArmProblem.badRequest("InvalidPrincipalId",
					"A valid principal ID must be provided for role assignment.");
		}
		return id;
	}

}
