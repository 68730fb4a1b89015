package health.admit.sandbox.health;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import tools.jackson.databind.node.ObjectNode;

/**
 * One version of a resource.
 *
 * @param resource with id and meta
 * @param deleted whether this version is its end
 */
record FhirVersion(String type, String id, int number, Instant at, boolean deleted, ObjectNode resource) {

	private static final DateTimeFormatter HTTP = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

	String tag() {
		return "W/\"" + this.number + "\"";
	}

	String lastModified() {
		return HTTP.format(this.at);
	}

}
