package health.admit.portal.cloud;

/**
 * The settings of the cloud are missing or contradict each other.
 */
class CloudMisconfigured extends RuntimeException {

	private final String remedy;

	CloudMisconfigured(String problem, String remedy) {
		super(problem);
		this.remedy = remedy;
	}

	String remedy() {
		return this.remedy;
	}

}
