package health.admit.portal.expiry;

/**
 * What became of a request to do something about a credential.
 */
sealed interface WorkOutcome {

	/** It is as wanted. */
	record Changed(WorkItem item) implements WorkOutcome {
	}

	/** Somebody else was quicker; nothing was changed. */
	record Conflict(WorkItem current) implements WorkOutcome {
	}

	/** There is neither such a credential nor work on it. */
	record Gone() implements WorkOutcome {
	}

}
