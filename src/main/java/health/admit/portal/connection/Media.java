package health.admit.portal.connection;

/**
 * Media types of the two kinds of service.
 */
final class Media {

	static final String FHIR = "application/fhir+json";

	static final String JSON = "application/json";

	static final String ANY = "*/*";

	private Media() {
	}

}
