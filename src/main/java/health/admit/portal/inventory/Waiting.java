package health.admit.portal.inventory;

import java.time.Duration;

/**
 * Lets time pass, or says that the portal stops.
 */
interface Waiting {

	/**
	 * Returns after this time.
	 * @throws Stopping when the portal stops before
	 */
	void pause(Duration time);

	/**
	 * Checks whether to go on.
	 * @throws Stopping when the portal stops
	 */
	void check();

	/** The portal stops; what is under way is taken up later. */
	class Stopping extends RuntimeException {

		Stopping() {
			super("the portal stops");
		}

	}

}
