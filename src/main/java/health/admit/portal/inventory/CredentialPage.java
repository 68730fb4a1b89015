package health.admit.portal.inventory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of an ordered list.
 *
 * @param next where the following part begins, opaque and safe in a query string; null at
 * the end
 * @param previous where the part before begins; null at the beginning
 */
public record CredentialPage(List<CredentialRow> rows, @Nullable String next, @Nullable String previous) {

	public CredentialPage {
		rows = List.copyOf(rows);
	}

}
