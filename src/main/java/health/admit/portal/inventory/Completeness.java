package health.admit.portal.inventory;

/**
 * What can be said about the index as a whole.
 */
public enum Completeness {

	/** Nothing has been read yet. */
	NEVER,

	/** The first full pass is under way: what is there is a part. */
	FIRST_PASS,

	/** Everything was read, and every refresh since then succeeded. */
	COMPLETE,

	/**
	 * A full pass ended early or Graph counts more than it listed: something is missing.
	 */
	PARTIAL,

	/**
	 * Everything was read once, but a refresh since then failed: what is there is old.
	 */
	FAILED;

	public boolean isComplete() {
		return this == COMPLETE;
	}

}
