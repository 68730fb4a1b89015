package health.admit.journey;

import java.time.Duration;

import health.admit.support.Poll;
import health.admit.support.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registration of a confidential FHIR client that the portal may die in the middle of.
 */
final class Interrupted {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Visitor visitor;

	private final String name;

	private String operation = "";

	Interrupted(Visitor visitor, String name) {
		this.visitor = visitor;
		this.name = name;
	}

	/** Goes through the wizard and confirms. */
	Interrupted confirm() {
		this.visitor.open("/registrations").press("Register a client");
		this.visitor.type("name", this.name).choose("purpose", "FHIR").press("Continue");
		this.visitor.choose("kind", "SERVER").press("Continue");
		this.visitor.open(draft() + "/credentials/secret").choose("life", "6").press("Continue");
		this.visitor.choose("consentNow", "true").press("Continue");
		this.visitor.press("Register the client");
		if (!this.visitor.path().startsWith("/operations/")) {
			throw new IllegalStateException("Not started, but at " + this.visitor.path() + ":\n" + this.visitor.text());
		}
		this.operation = this.visitor.path();
		return this;
	}

	String name() {
		return this.name;
	}

	/** Everything the operation wrote down. */
	JsonNode journal() {
		this.visitor.open(this.operation + "/journal.json");
		return JSON.readTree(this.visitor.bytes());
	}

	/** Waits until nothing is sent any more but what removes leftovers. */
	void awaitOnlySettling(Duration patience) {
		Poll.until(this.name + " gets its secret", patience, () -> journal().path("facts").has("secretKeyId"));
	}

	void awaitEnd(Duration patience) {
		Poll.until(this.name + " finishes", patience, () -> {
			this.visitor.open(this.operation);
			return this.visitor.text().contains("Show the result");
		});
	}

	String appId() {
		return journal().path("facts").path("appId").asString();
	}

	/** The secret as the result page shows it. */
	String secret() {
		this.visitor.open(this.operation).press("Show the result").press("Show the secret");
		return this.visitor.textOf("//section[@id='secret']//input");
	}

	private String draft() {
		return this.visitor.path().replaceFirst("(/registrations/[^/]+).*", "$1");
	}

}
