package health.admit.sandbox.health;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.sandbox.tenant.AzureResources;
import org.jspecify.annotations.Nullable;

/**
 * One call to a FHIR service.
 *
 * @param base address of the service as the caller sees it
 * @param path decoded segments below the service
 * @param query decoded; those of the body of a search too
 * @param headers names in lower case
 * @param caller object id of who calls
 */
record FhirRequest(AzureResources.Resource service, String method, String base, List<String> path,
		Map<String, List<String>> query, Map<String, String> headers, byte[] body, UUID caller) {

	String segment(int index) {
		return this.path.get(index);
	}

	boolean is(String wanted, int segments) {
		return this.method.equals(wanted) && this.path.size() == segments;
	}

	@Nullable String header(String name) {
		return this.headers.get(name);
	}

	@Nullable String first(String parameter) {
		List<String> values = this.query.get(parameter);
		return (values == null || values.isEmpty()) ? null : values.get(0);
	}

}
