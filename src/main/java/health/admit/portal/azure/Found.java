package health.admit.portal.azure;

import java.util.List;

/**
 * What was found in several subscriptions, and where nothing could be looked for.
 */
public record Found<T>(List<T> items, List<Unread> unread) {

	public Found {
		items = List.copyOf(items);
		unread = List.copyOf(unread);
	}

	/** Whether everything the operator can see was read. */
	public boolean isComplete() {
		return this.unread.isEmpty();
	}

}
