package health.admit.portal.inventory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param after the place before its first row; null for the beginning
 */
record ListRequest(UUID tenant, CredentialFilter filter, TextQuery text, ListOrder order, @Nullable Place after,
		int limit) {

	/** Conditions and order of a range in which everything but these columns is given. */
	SqlText range(SqlText given, SqlText more, String... columns) {
		String[] all = new String[columns.length + 3];
		System.arraycopy(columns, 0, all, 0, columns.length);
		all[columns.length] = this.order.column();
		all[columns.length + 1] = "object_id";
		all[columns.length + 2] = "key_id";
		return given.then(this.order.after(this.after, "")).then(more).then(this.order.by(all));
	}

}
