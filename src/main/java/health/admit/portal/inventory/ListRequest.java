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

	/** The same without its words. */
	ListRequest withoutText(int limit) {
		return new ListRequest(this.tenant, this.filter, TextQuery.NONE, this.order, this.after, limit);
	}

	/** What comes next. */
	ListRequest from(Place place, int limit) {
		return new ListRequest(this.tenant, this.filter, this.text, this.order, place, limit);
	}

}
