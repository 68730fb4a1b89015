package health.admit.portal.inventory;

/**
 * The process died here. An error, so that nothing under test may survive it by catching
 * exceptions.
 */
final class Crash extends Error {

	Crash() {
		super("crash", null, false, false);
	}

}
