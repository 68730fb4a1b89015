package health.admit.portal.applications;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The Azure roles of an application.
 *
 * @param principal null where it has no service principal in this tenant
 * @param own whether it is the portal's own registration, which nothing here changes
 * @param others says how many roles open no health data; null when there are none
 * @param problem why Azure could not be read; null when it could
 * @param words of Azure or Entra; hostile input
 * @param key idempotency key of the forms
 */
record RolesView(String name, String objectId, @Nullable String principal, boolean own, List<Role> roles,
		@Nullable String others, List<Unread> unread, List<Service> services, @Nullable Choosing choosing,
		@Nullable String problem, String words, UUID key) {

	/**
	 * A role it has.
	 *
	 * @param scope where it was given
	 * @param permits in plain words
	 * @param removal id for removing it; null where it was given above all subscriptions
	 */
	record Role(String name, String scope, String permits, @Nullable String removal) {
	}

	/**
	 * What could not be read.
	 */
	record Unread(String text, String words) {
	}

	/**
	 * A service a role can be given on.
	 */
	record Service(String id, String name, String where) {
	}

	/**
	 * The roles on the service that was chosen.
	 *
	 * @param mayAssign whether the operator may give them
	 * @param command what somebody who may pastes, for the first role; null when the
	 * operator may
	 */
	record Choosing(String id, String name, boolean mayAssign, @Nullable String command, List<Offer> offers) {
	}

	/**
	 * A role that can be given.
	 */
	record Offer(String id, String name, String permits) {
	}

}
