package health.admit.portal.azure;

/**
 * An answer came, but it is not what the service should have said.
 */
final class MalformedAnswer extends RuntimeException {

	MalformedAnswer(String expected) {
		super("No " + expected + " in the answer");
	}

}
