package health.admit.portal.inventory;

/**
 * What comes next in the reading of a source.
 */
enum Phase {

	/** Nothing. */
	IDLE,

	/** A full pass: the link to changes from now on, then the count. */
	STARTING,

	/** The next page of the list. */
	LISTING,

	/** What changed since the pass began. */
	CATCHING_UP,

	/** Whether everything that Graph counts has been seen. */
	CHECKING,

	/** Taking out what the pass did not see. */
	SWEEPING,

	/** What changed since the last look. */
	CHANGES;

	boolean isFull() {
		return this != IDLE && this != CHANGES;
	}

}
