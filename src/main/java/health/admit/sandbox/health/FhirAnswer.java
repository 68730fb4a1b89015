package health.admit.sandbox.health;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a FHIR service answers.
 */
record FhirAnswer(int status, Map<String, String> headers, @Nullable ObjectNode body) {

	static FhirAnswer ok(ObjectNode body) {
		return new FhirAnswer(200, Map.of(), body);
	}

	static FhirAnswer noContent() {
		return new FhirAnswer(204, Map.of(), null);
	}

}
