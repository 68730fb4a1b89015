package health.admit.portal.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import health.admit.portal.signin.PortalRole;

/**
 * The sections of the portal, in the order of the navigation.
 */
enum Section {

	REGISTRATIONS(PortalRole.REGISTRAR), APPLICATIONS(PortalRole.REGISTRAR, PortalRole.HELP_DESK),
	EXPIRY(PortalRole.REGISTRAR, PortalRole.HELP_DESK), OPERATIONS(PortalRole.REGISTRAR, PortalRole.HELP_DESK),
	CONNECTION(PortalRole.REGISTRAR), DOCTOR(PortalRole.REGISTRAR, PortalRole.HELP_DESK), AUDIT(PortalRole.AUDITOR);

	private final Set<PortalRole> mayOpen;

	Section(PortalRole... mayOpen) {
		this.mayOpen = Set.of(mayOpen);
	}

	static List<Section> openTo(Set<PortalRole> roles) {
		return Arrays.stream(values()).filter((section) -> roles.stream().anyMatch(section.mayOpen::contains)).toList();
	}

	String path() {
		return "/" + name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Key of its name.
	 */
	String text() {
		return "web.nav." + name();
	}

	boolean holds(String path) {
		return path.equals(path()) || path.startsWith(path() + "/");
	}

}
