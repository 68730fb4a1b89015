package health.admit.sandbox.graph;

import java.time.Instant;

import health.admit.sandbox.tenant.Moments;
import tools.jackson.databind.JsonNode;

/**
 * A value in a filter. Texts are compared without regard to case, as the directory does.
 *
 * @param quoted whether it was written as a string
 */
record Literal(String text, boolean quoted) {

	static Literal read(String token) {
		boolean quoted = token.length() >= 2 && token.startsWith("'") && token.endsWith("'");
		return quoted ? new Literal(token.substring(1, token.length() - 1).replace("''", "'"), true)
				: new Literal(token, false);
	}

	boolean isNull() {
		return !this.quoted && this.text.equals("null");
	}

	boolean equalTo(JsonNode value) {
		if (isNull()) {
			return value.isMissingNode() || value.isNull();
		}
		if (value.isString()) {
			Instant moment = this.quoted ? null : Moments.read(this.text);
			return (moment != null) ? moment.equals(Moments.read(value.stringValue()))
					: value.stringValue().equalsIgnoreCase(this.text);
		}
		return !this.quoted && value.isValueNode() && value.asString("").equalsIgnoreCase(this.text);
	}

	/** Compares the value to this literal: negative when it is smaller. */
	int compareTo(JsonNode value) {
		if (value.isString()) {
			Instant wanted = Moments.read(this.text);
			Instant given = Moments.read(value.stringValue());
			return (wanted != null && given != null) ? given.compareTo(wanted)
					: value.stringValue().compareToIgnoreCase(this.text);
		}
		if (value.isNumber()) {
			try {
				return Double.compare(value.doubleValue(), Double.parseDouble(this.text));
			}
			catch (NumberFormatException ex) {
				throw GraphProblem.badRequest("Invalid filter clause: '" + this.text + "' is no number.");
			}
		}
		return -1;
	}

}
