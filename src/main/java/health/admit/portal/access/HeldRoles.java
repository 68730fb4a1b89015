package health.admit.portal.access;

import java.util.List;
import java.util.stream.Stream;

import health.admit.portal.azure.Unread;

/**
 * The roles of a principal that open health data.
 *
 * @param others how many more roles it has, which open none
 * @param withGroups whether those that it has through groups are among them
 * @param unread where nothing could be looked for
 */
public record HeldRoles(List<HeldRole> roles, int others, boolean withGroups, List<Unread> unread) {

	public HeldRoles {
		roles = List.copyOf(roles);
		unread = List.copyOf(unread);
	}

	/** What could be read neither here nor there, each once. */
	public List<Unread> unreadAnd(List<Unread> others) {
		return Stream.concat(others.stream(), this.unread.stream()).distinct().toList();
	}

}
