package health.admit.portal.credentials;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.Plan;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.operation.PlannedStep.Verb;

/**
 * Plans what changes the certificates of an application that exists. A certificate is
 * public, so the plan holds it.
 */
final class CertificateSteps {

	static final String ADD = "certificate.add";

	static final String CHECK = "certificate.check";

	static final String REMOVE = "certificate.remove";

	/** Code of a refusal: the certificates are not those that were seen. */
	static final String CHANGED = "CertificatesChanged";

	/** Code of a refusal: what was added is gone again. */
	static final String GONE = "CertificateGone";

	private static final String APPLICATION = "applicationObjectId";

	private static final String CALL = "PATCH /applications/{id}";

	private CertificateSteps() {
	}

	/**
	 * Adds a certificate to those that were seen, and looks whether all are there after.
	 */
	static Plan add(UUID application, String name, CertificateDetails certificate, HeldCertificates seen) {
		Map<String, String> common = Map.of(APPLICATION, application.toString(), "seen", seen.canonical(),
				PlannedStep.REVIEW, "/applications/" + application + "/certificates/again?operation={id}");
		PlannedStep add = new PlannedStep(ADD, Verb.CHANGE, certificate.displayName(), CALL,
				with(common, "certificate", Base64.getEncoder().encodeToString(certificate.der())));
		PlannedStep check = new PlannedStep(CHECK, Verb.CHANGE, certificate.displayName(),
				"GET /applications/{id}?$select=keyCredentials", with(common, "thumbprint", certificate.sha1()));
		return new Plan("certificate", name, "/applications/" + application, List.of(add, check));
	}

	static PlannedStep remove(String application, String keyId, String label) {
		return new PlannedStep(REMOVE, Verb.CHANGE, label, CALL, Map.of(APPLICATION, application, "keyId", keyId));
	}

	/**
	 * The key id of the entry that an operation adds: Graph takes it from the caller, so
	 * it is known before.
	 */
	static UUID keyId(OperationId operation) {
		return UUID.nameUUIDFromBytes(("certificate " + operation).getBytes(StandardCharsets.US_ASCII));
	}

	private static Map<String, String> with(Map<String, String> common, String name, String value) {
		Map<String, String> all = new HashMap<>(common);
		all.put(name, value);
		return all;
	}

}
