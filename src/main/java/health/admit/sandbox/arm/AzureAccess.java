package health.admit.sandbox.arm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.tenant.AzureId;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Groups;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.People;
import health.admit.sandbox.tenant.Person;
import health.admit.sandbox.tenant.Store;

import org.springframework.stereotype.Component;

/**
 * What somebody may do: by the roles they or their groups have been assigned at a scope
 * or above it.
 */
@Component
public class AzureAccess {

	private final Store store;

	private final Groups groups;

	private final RoleDefinitions roles;

	private final People people;

	AzureAccess(Store store, Groups groups, RoleDefinitions roles, People people) {
		this.store = store;
		this.groups = groups;
		this.roles = roles;
		this.people = people;
	}

	/**
	 * Whether somebody may do this to the data of a service, as far as the service has
	 * heard.
	 * @param dataAction such as
	 * {@code Microsoft.HealthcareApis/workspaces/fhirservices/resources/read}
	 */
	public boolean mayUseData(UUID principal, String dataAction, AzureId service) {
		return effective(principal, service, Copy.DATA_PLANE).anyMatch((role) -> role.allowsData(dataAction));
	}

	boolean may(Caller caller, String action, AzureId scope) {
		return effective(caller.objectId(), scope, Copy.MASTER).anyMatch((role) -> role.allows(action));
	}

	/** Whether the caller may read anything at all at this scope or below. */
	boolean seesAnything(Caller caller, AzureId scope) {
		return assignments(caller.objectId(), Copy.MASTER)
			.filter((each) -> each.scope().contains(scope) || scope.contains(each.scope()))
			.flatMap((each) -> this.roles.find(each.role()).stream())
			.anyMatch((role) -> role.allows("Microsoft.Resources/subscriptions/resourceGroups/read"));
	}

	void require(Caller caller, String action, AzureId scope) {
		if (may(caller, action, scope)) {
			return;
		}
		boolean conditional = action.startsWith("Microsoft.Authorization/roleAssignments/")
				&& !action.endsWith("/read");
		throw conditional ? ArmProblem.deniedOrConditional(caller, name(caller), action, scope)
				: ArmProblem.denied(caller, name(caller), action, scope);
	}

	/** The roles that take effect at a scope, one for each assignment. */
	List<RoleDefinition> roles(Caller caller, AzureId scope) {
		return effective(caller.objectId(), scope, Copy.MASTER).toList();
	}

	/** A principal and the groups it is a member of. */
	Set<UUID> identities(UUID principal) {
		Set<UUID> identities = new LinkedHashSet<>(Set.of(principal));
		identities.addAll(this.groups.of(principal));
		return identities;
	}

	private Stream<RoleDefinition> effective(UUID principal, AzureId scope, Copy copy) {
		return assignments(principal, copy).filter((each) -> each.scope().contains(scope))
			.flatMap((each) -> this.roles.find(each.role()).stream());
	}

	private Stream<RoleAssignment> assignments(UUID principal, Copy copy) {
		return identities(principal).stream()
			.flatMap((identity) -> this.store.linkedTo(Kind.AZURE_ROLE_ASSIGNMENT, identity, copy).stream())
			.map(RoleAssignment::of);
	}

	private String name(Caller caller) {
		return this.people.person(caller.objectId()).map(Person::userPrincipalName).orElse(caller.appId().toString());
	}

}
