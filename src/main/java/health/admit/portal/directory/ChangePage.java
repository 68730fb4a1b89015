package health.admit.portal.directory;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A page of changes. One object may occur several times; the last mention counts.
 *
 * @param removed objects that were deleted, for good or for 30 days
 * @param next link to the following page; null on the last
 * @param later link for the next look; null but on the last page
 */
public record ChangePage(List<ScannedObject> changed, List<UUID> removed, @Nullable String next,
		@Nullable String later) {

	public ChangePage {
		changed = List.copyOf(changed);
		removed = List.copyOf(removed);
	}

}
