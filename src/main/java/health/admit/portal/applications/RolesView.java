package health.admit.portal.applications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The Azure roles of an application.
 *
 * @param principal null where it has no service principal in this tenant
 * @param own whether it is the portal's own registration, which nothing here changes
 * @param who says that somebody else than the application gets the role; null otherwise
 * @param person object id of whoever gets the role in place of the application; null
 * where it is the application
 * @param groups says that roles through groups may be missing; null when they are not
 * @param others says how many roles open no health data; null when there are none
 * @param services on which a role can be given
 * @param tasks what a role can be for
 * @param unseen says that the service that was asked for is not among them; null
 * otherwise
 * @param problem why Azure could not be read; null when it could
 * @param words of Azure or Entra; hostile input
 * @param key idempotency key of the forms
 */
record RolesView(String name, String objectId, @Nullable String principal, boolean own, @Nullable String who,
		@Nullable String person, List<Role> roles, @Nullable String groups, @Nullable String others,
		List<Unread> unread, List<Option> services, List<Option> tasks, @Nullable String unseen,
		@Nullable Choosing choosing, @Nullable String problem, String words, UUID key) {

	/**
	 * A role it has.
	 *
	 * @param scope where it was given
	 * @param permits in plain words
	 * @param group says through which group it has it; null where it was given to itself
	 * @param given when; null where Azure does not say
	 * @param fresh whether services may not know of it yet
	 * @param removal id for removing it; null where the operator may not
	 * @param command what somebody who may pastes to remove it; null where the operator
	 * may, or where a group has it
	 */
	record Role(String name, String scope, String permits, @Nullable String group, @Nullable Instant given,
			boolean fresh, @Nullable String removal, @Nullable String command) {
	}

	/**
	 * What could not be read.
	 */
	record Unread(String text, String words) {
	}

	/**
	 * Something to choose.
	 *
	 * @param hint null where there is none
	 */
	record Option(String value, String text, @Nullable String hint) {
	}

	/**
	 * The roles on the service that was chosen.
	 *
	 * @param mayAssign whether the operator may give them
	 * @param suggested the one that permits the least that is needed; null where none
	 * does
	 * @param page where they are given in the Azure portal; null when the operator may
	 * @param offers the roles, for who may give them
	 * @param anyway asks whether the role that was chosen is wanted although it does not
	 * permit the task; empty where it does
	 * @param commands what somebody who may pastes, one for each role
	 */
	record Choosing(String id, String name, boolean mayAssign, @Nullable UUID suggested, @Nullable String page,
			List<Option> offers, List<Option> anyway, List<Command> commands) {
	}

	/**
	 * How somebody else gives a role.
	 *
	 * @param suggested whether it permits the least that is needed
	 */
	record Command(String role, String permits, String text, boolean suggested) {
	}

}
