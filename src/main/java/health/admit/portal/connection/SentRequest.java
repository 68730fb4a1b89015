package health.admit.portal.connection;

import java.util.List;

/**
 * A request as it is shown: credentials and tokens are replaced by stars.
 *
 * @param line method and address
 * @param details headers or form fields
 */
record SentRequest(String line, List<String> details) {

	static final String HIDDEN = "***";

	SentRequest {
		details = List.copyOf(details);
	}

}
