package health.admit.portal.connection;

import org.jspecify.annotations.Nullable;

/**
 * A request to a service, the same for everybody: nothing in it was typed by a person.
 *
 * @param path with its query, after the service's address
 * @param accept media type of the answer that is asked for
 * @param body FHIR JSON to post; null for a GET
 */
record ServiceRequest(String path, String accept, @Nullable String body) {

	static ServiceRequest get(String path, String accept) {
		return new ServiceRequest(path, accept, null);
	}

	String method() {
		return (this.body != null) ? "POST" : "GET";
	}

}
