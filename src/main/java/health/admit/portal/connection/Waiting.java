package health.admit.portal.connection;

import java.time.Duration;

/**
 * Lets time pass for one test.
 */
@FunctionalInterface
interface Waiting {

	/**
	 * Returns after this time.
	 * @throws Stopped when the test shall not go on
	 */
	void pause(Duration time);

	/** Nobody wants the test to go on. */
	class Stopped extends RuntimeException {

		private final Phase phase;

		Stopped(Phase phase) {
			super("stopped: " + phase);
			this.phase = phase;
		}

		Phase phase() {
			return this.phase;
		}

	}

}
