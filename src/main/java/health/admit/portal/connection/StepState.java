package health.admit.portal.connection;

/**
 * How a step stands.
 */
enum StepState {

	PENDING, RUNNING,

	/** Not yet, but time may bring it. */
	WAITING,

	PASSED, FAILED

}
