package health.admit.portal.connection;

/**
 * How a test stands.
 */
enum Phase {

	RUNNING, PASSED, FAILED,

	/** Its operator did not want to wait any longer. */
	STOPPED,

	/** The node it ran on is gone, and the credential with it. */
	LOST;

	boolean isOver() {
		return this != RUNNING;
	}

}
