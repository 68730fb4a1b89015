package health.admit.portal.azure;

import java.util.List;

/**
 * The role assignments of a principal in every subscription the operator can see.
 *
 * @param unread where nothing could be looked for
 */
public record AllAssignments(Assignments found, List<Unread> unread) {

	public AllAssignments {
		unread = List.copyOf(unread);
	}

	/** Whether everything the operator can see was read. */
	public boolean isComplete() {
		return this.unread.isEmpty();
	}

}
