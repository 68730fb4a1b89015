package health.admit.sandbox.health;

import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.JsonNode;

/**
 * What a DICOM service answers.
 *
 * @param type of the body; empty without one
 */
record DicomAnswer(int status, String type, byte[] body) {

	static DicomAnswer json(int status, String type, JsonNode body) {
		return new DicomAnswer(status, type, Json.bytes(body));
	}

	static DicomAnswer noContent() {
		return new DicomAnswer(204, "", new byte[0]);
	}

}
