package health.admit.portal.directory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next link to the following page; null on the last
 */
public record ScanPage(List<ScannedObject> objects, @Nullable String next) {

	public ScanPage {
		objects = List.copyOf(objects);
	}

}
