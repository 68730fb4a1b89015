package health.admit.portal.signin;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import static java.util.Map.entry;

/**
 * Which claims of an ID token give which role in the portal: app roles of the portal's
 * own registration, and directory roles by the id of their template (Microsoft Entra
 * built-in roles).
 */
final class PortalRoles {

	private static final Map<String, PortalRole> BY_APP_ROLE = Map.of("Admit.Registrar", PortalRole.REGISTRAR,
			"Admit.HelpDesk", PortalRole.HELP_DESK, "Admit.Auditor", PortalRole.AUDITOR);

	private static final Map<String, PortalRole> BY_DIRECTORY_ROLE = Map.ofEntries(
			// Global Administrator
			entry("62e90394-69f5-4237-9190-012177145e10", PortalRole.REGISTRAR),
			// Application Administrator
			entry("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", PortalRole.REGISTRAR),
			// Cloud Application Administrator
			entry("158c047a-c907-4556-b7ef-446551a6b5f7", PortalRole.REGISTRAR),
			// Helpdesk Administrator
			entry("729827e3-9c14-49f7-bb1b-9608f156bbb8", PortalRole.HELP_DESK),
			// Global Reader
			entry("f2ef992c-3afb-46b9-b7cf-a126ee74c451", PortalRole.HELP_DESK),
			// Security Reader
			entry("5d6b6bb7-de71-4623-b4af-96380a352509", PortalRole.HELP_DESK));

	private PortalRoles() {
	}

	/**
	 * The roles of somebody with these claims; none of them gives none.
	 * @param roles the claim {@code roles}
	 * @param wids the claim {@code wids}
	 */
	static Set<PortalRole> of(Collection<String> roles, Collection<String> wids) {
		Set<PortalRole> held = EnumSet.noneOf(PortalRole.class);
		roles.forEach((role) -> add(held, BY_APP_ROLE.get(role)));
		wids.forEach((wid) -> add(held, BY_DIRECTORY_ROLE.get(wid)));
		return Set.copyOf(held);
	}

	private static void add(Set<PortalRole> held, @Nullable PortalRole role) {
		if (role != null) {
			held.add(role);
		}
	}

}
