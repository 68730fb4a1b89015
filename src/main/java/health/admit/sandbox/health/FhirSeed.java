package health.admit.sandbox.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;

/**
 * The fictional patients and observations every FHIR service begins with.
 */
final class FhirSeed {

	private FhirSeed() {
	}

	/** A JSON array of resources. */
	static String resources() {
		try {
			return new ClassPathResource("sandbox/fhir.json").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
