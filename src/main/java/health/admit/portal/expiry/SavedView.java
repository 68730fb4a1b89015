package health.admit.portal.expiry;

import java.util.UUID;

/**
 * A list somebody keeps.
 *
 * @param name hostile input when shown
 * @param query as {@link Listing#query()} writes it
 * @param shared whether the whole help desk of the tenant sees it
 */
record SavedView(UUID id, UUID owner, String name, String query, boolean shared) {

	public String link() {
		return "/expiry?" + this.query;
	}

}
