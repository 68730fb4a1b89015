package health.admit.portal.inventory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a list of applications and service principals.
 *
 * @param next where the following part begins, opaque and safe in a query string; null at
 * the end
 */
public record ApplicationPage(List<IndexedApplication> rows, @Nullable String next) {

	public ApplicationPage {
		rows = List.copyOf(rows);
	}

}
