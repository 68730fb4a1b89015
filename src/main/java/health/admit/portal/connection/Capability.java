package health.admit.portal.connection;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * The beginning of a FHIR CapabilityStatement. The whole is often larger than what is
 * read of an answer, so it is taken apart piece by piece up to where it ends.
 *
 * @param fhirVersion such as {@code 4.0.1}
 * @param software name and version
 * @param tokenEndpoint where tokens for the service come from, as SMART App Launch
 * publishes it
 */
record Capability(@Nullable String fhirVersion, @Nullable String software, @Nullable String tokenEndpoint) {

	private static final JsonFactory JSON = JsonFactory.builder().build();

	/**
	 * Reads a body; null when it is no CapabilityStatement.
	 */
	static @Nullable Capability of(String body) {
		Reader reader = new Reader();
		try (JsonParser parser = JSON.createParser(body)) {
			while (parser.nextToken() != null) {
				reader.see(parser);
			}
		}
		catch (JacksonException ex) {
			// The rest is missing or malformed; what was read before counts.
		}
		return reader.isStatement ? new Capability(reader.fhirVersion, reader.software(), reader.tokenEndpoint) : null;
	}

	private static final class Reader {

		private boolean isStatement;

		private @Nullable String fhirVersion;

		private @Nullable String softwareName;

		private @Nullable String softwareVersion;

		private @Nullable String tokenEndpoint;

		private boolean tokenNext;

		private void see(JsonParser parser) {
			if (parser.currentToken() != JsonToken.VALUE_STRING) {
				return;
			}
			String path = parser.streamReadContext().pathAsPointer().toString();
			String value = parser.getString();
			switch (path) {
				case "/resourceType" -> this.isStatement = value.equals("CapabilityStatement");
				case "/fhirVersion" -> this.fhirVersion = value;
				case "/software/name" -> this.softwareName = value;
				case "/software/version" -> this.softwareVersion = value;
				default -> extension(path, value);
			}
		}

		private void extension(String path, String value) {
			if (!path.matches("/rest/0/security/extension/\\d+/extension/\\d+/(url|valueUri)")) {
				return;
			}
			if (path.endsWith("/url")) {
				this.tokenNext = value.equals("token");
			}
			else if (this.tokenNext) {
				this.tokenEndpoint = value;
				this.tokenNext = false;
			}
		}

		private @Nullable String software() {
			if (this.softwareName == null) {
				return null;
			}
			return (this.softwareVersion != null) ? this.softwareName + " " + this.softwareVersion : this.softwareName;
		}

	}

}
