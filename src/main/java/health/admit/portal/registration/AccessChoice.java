package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.admit.portal.access.ClientTask;
import health.admit.portal.access.Grantee;
import health.admit.portal.cloud.HealthApi;

/**
 * Step 5: which services the client reaches, and who gets which role on them.
 *
 * @param task what the client does with the data; null for {@link Mode#LATER}
 * @param forClient whether the client itself gets the role, for when it acts as itself
 * @param people users and groups that get the role, for when it acts for them
 */
record AccessChoice(Mode mode, @Nullable ClientTask task, List<Service> services, boolean forClient,
		List<Grantee> people) {

	AccessChoice {
		services = List.copyOf(services);
		people = List.copyOf(people);
	}

	static AccessChoice later() {
		return new AccessChoice(Mode.LATER, null, List.of(), false, List.of());
	}

	/**
	 * Everybody who gets a role.
	 * @param client name of the new client
	 */
	List<Grantee> grantees(String client) {
		List<Grantee> all = new ArrayList<>();
		if (this.forClient) {
			all.add(Grantee.newClient(client));
		}
		all.addAll(this.people);
		return all;
	}

	/**
	 * Where services and roles come from.
	 */
	enum Mode {

		/** Read from Azure, and assigned there. */
		AZURE,

		/** Typed, and assigned by somebody else. */
		BY_HAND,

		/** Left open. */
		LATER

	}

	/**
	 * One service.
	 *
	 * @param id its id in Azure; null when typed
	 * @param name workspace and service, or the address when typed
	 * @param url base address for clients
	 * @param audience what a token is asked for
	 * @param assign whether this operation assigns the role: the service is known and the
	 * operator may
	 */
	record Service(HealthApi api, @Nullable String id, String name, String subscription, String url, String audience,
			UUID role, String roleName, boolean assign) {
	}

}
