package health.admit.portal.registration;

/**
 * A page of the wizard was opened before the pages that decide about it, or is not needed
 * for this client.
 */
class StepNotReached extends RuntimeException {

	private final String instead;

	StepNotReached(String instead) {
		super("Go to " + instead + " first");
		this.instead = instead;
	}

	/**
	 * Path of the page to open instead.
	 */
	String instead() {
		return this.instead;
	}

}
