package health.admit.portal.kits;

import health.admit.portal.cloud.SecretValue;
import org.jspecify.annotations.Nullable;

/**
 * What the files of one kit are made from.
 *
 * @param secret the value of the secret; null when the kit gets a placeholder
 */
record Kit(KitClient client, @Nullable SecretValue secret, Texts texts) {

	/**
	 * Stands where the secret belongs. Made of letters and dashes, so that it is the same
	 * in every language.
	 */
	static final String PLACEHOLDER = "PASTE-THE-VALUE-OF-THE-SECRET-HERE";

	String secretText() {
		return (this.secret != null) ? this.secret.reveal() : PLACEHOLDER;
	}

	/**
	 * The description of the secret; empty when there is no secret.
	 */
	String secretName() {
		KitSecret known = this.client.secret();
		return (known != null) ? known.description() : "";
	}

	/**
	 * The name by which the files of a service are known: {@code fhir}, {@code dicom},
	 * and a number behind it from the second one on.
	 */
	String fileName(KitService service) {
		long before = this.client.services()
			.stream()
			.takeWhile((other) -> other != service)
			.filter((other) -> other.kind() == service.kind())
			.count();
		String kind = switch (service.kind()) {
			case FHIR -> "fhir";
			case DICOM -> "dicom";
		};
		return (before == 0) ? kind : kind + "-" + (before + 1);
	}

}
