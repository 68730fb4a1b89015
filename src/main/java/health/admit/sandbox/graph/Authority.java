package health.admit.sandbox.graph;

import java.util.Arrays;
import java.util.UUID;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.tenant.Catalogue;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.People;
import health.admit.sandbox.tenant.Person;

import org.springframework.stereotype.Component;

/**
 * What the directory roles of the caller allow beyond the permissions in the token. A
 * delegated token can never do more than the person could.
 */
@Component
class Authority {

	private final People people;

	private final PolicyBook policies;

	Authority(People people, PolicyBook policies) {
		this.people = people;
		this.policies = policies;
	}

	/** Guests may read themselves and little else. */
	void requireMember(Caller caller) {
		require(caller.appOnly() || !person(caller).guest());
	}

	void requireCreate(Caller caller) {
		if (caller.appOnly()) {
			return;
		}
		Person person = person(caller);
		require(administers(person) || holds(person, DirectoryRoles.APPLICATION_DEVELOPER)
				|| (!person.guest() && this.policies.membersMayCreateApplications()));
	}

	/** Whether who creates an application becomes its owner. */
	boolean becomesOwner(Caller caller) {
		return caller.appOnly() || !administers(person(caller));
	}

	/** For changes to an application or service principal. */
	void requireManage(Caller caller, Item object) {
		boolean owner = owns(caller, object);
		if (caller.appOnly()) {
			require(owner || !caller.roles().contains("Application.ReadWrite.OwnedBy")
					|| caller.roles().contains("Application.ReadWrite.All"));
		}
		else {
			require(owner || administers(person(caller)));
		}
	}

	/** For a service principal that is not of an application one owns. */
	void requireAdminister(Caller caller) {
		require(caller.appOnly() ? caller.roles().contains("Application.ReadWrite.All") : administers(person(caller)));
	}

	/** For consent in the name of everybody. */
	void requireConsent(Caller caller) {
		require(caller.appOnly() || administers(person(caller))
				|| holds(person(caller), DirectoryRoles.PRIVILEGED_ROLE_ADMINISTRATOR));
	}

	/** For handing out an app role of a resource. */
	void requireAssign(Caller caller, UUID resourceAppId, boolean toClient) {
		if (toClient && resourceAppId.equals(Catalogue.GRAPH)) {
			require(caller.appOnly() || holds(person(caller), DirectoryRoles.GLOBAL_ADMINISTRATOR,
					DirectoryRoles.PRIVILEGED_ROLE_ADMINISTRATOR));
			return;
		}
		requireConsent(caller);
	}

	void requirePolicyRead(Caller caller) {
		require(caller.appOnly() || administers(person(caller)) || holds(person(caller), DirectoryRoles.GLOBAL_READER,
				DirectoryRoles.SECURITY_READER, DirectoryRoles.SECURITY_ADMINISTRATOR));
	}

	/** For reports on how credentials are used. */
	void requireReports(Caller caller) {
		require(caller.appOnly() || holds(person(caller), DirectoryRoles.GLOBAL_ADMINISTRATOR,
				DirectoryRoles.REPORTS_READER, DirectoryRoles.GLOBAL_READER, DirectoryRoles.SECURITY_READER,
				DirectoryRoles.SECURITY_ADMINISTRATOR));
	}

	void requirePolicyWrite(Caller caller) {
		require(caller.appOnly()
				|| holds(person(caller), DirectoryRoles.GLOBAL_ADMINISTRATOR, DirectoryRoles.SECURITY_ADMINISTRATOR));
	}

	Person person(Caller caller) {
		return this.people.person(caller.objectId())
			.orElseThrow(() -> GraphProblem.unauthorized("The user or administrator is not in the tenant."));
	}

	private static boolean owns(Caller caller, Item object) {
		return Json.texts(object.json(), Owners.MEMBER).contains(caller.objectId().toString());
	}

	private static boolean administers(Person person) {
		return holds(person, DirectoryRoles.GLOBAL_ADMINISTRATOR, DirectoryRoles.APPLICATION_ADMINISTRATOR,
				DirectoryRoles.CLOUD_APPLICATION_ADMINISTRATOR);
	}

	private static boolean holds(Person person, DirectoryRoles... roles) {
		return person.enabled()
				&& Arrays.stream(roles).anyMatch((role) -> person.directoryRoles().contains(role.template()));
	}

	private static void require(boolean allowed) {
		if (!allowed) {
			throw GraphProblem.denied();
		}
	}

}
