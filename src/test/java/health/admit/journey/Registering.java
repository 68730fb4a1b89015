package health.admit.journey;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import health.admit.support.Poll;
import health.admit.support.Visitor;
import org.htmlunit.html.DomElement;

/**
 * Walks through the wizard as a signed-in visitor, one page a method.
 */
final class Registering {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Visitor visitor;

	private String operation = "";

	Registering(Visitor visitor) {
		this.visitor = visitor;
	}

	/** Page 1. */
	Registering basics(String name, String purpose) {
		this.visitor.open("/registrations").press("Register a client");
		this.visitor.type("name", name).choose("purpose", purpose).press("Continue");
		return at("authentication");
	}

	/** Page 2, without redirect URIs. */
	Registering authentication(String kind) {
		this.visitor.choose("kind", kind).press("Continue");
		return this;
	}

	/** Page 2, with one redirect URI on a platform. */
	Registering authentication(String kind, String platform, String redirectUri) {
		this.visitor.choose("kind", kind).type(platform, redirectUri).press("Continue");
		return this;
	}

	/** Page 2, for a tool without a secret whose redirect URIs the portal knows. */
	Registering testTool(String preset) {
		this.visitor.choose("kind", "TEST_TOOL").choose("withSecret", "false").press(preset).press("Continue");
		return this;
	}

	/** Page 3: a secret. */
	Registering secret(String months) {
		this.visitor.open(draftPath() + "/credentials/secret").choose("life", months).press("Continue");
		return at("permissions");
	}

	/** Page 3: a certificate. */
	Registering certificate(byte[] file) {
		this.visitor.open(draftPath() + "/credentials/certificate").attach("file", "client.pem", file);
		this.visitor.press("Upload and check").press("Continue with this certificate");
		return at("permissions");
	}

	/** Page 3: a pair that the portal generates, saved where a terminal finds it. */
	Registering generated(String format, String password, Terminal terminal) {
		String draft = draftPath();
		this.visitor.open(draft + "/credentials/certificate/new")
			.choose("format", format)
			.type("password", password)
			.press("Generate and download");
		terminal.file(this.visitor.fileName(), this.visitor.bytes());
		this.visitor.open(draft + "/credentials/certificate").press("Continue with this certificate");
		return at("permissions");
	}

	/** Page 4, as suggested, and access for later. */
	Registering permissions() {
		return permissionsOnly().accessLater();
	}

	/** Page 4, as suggested. */
	Registering permissionsOnly() {
		at("permissions").visitor.press("Continue");
		return this;
	}

	/** Page 5, where there is one: nothing is decided now. */
	Registering accessLater() {
		if (this.visitor.path().endsWith("/access")) {
			this.visitor.choose("mode", "LATER").press("Continue");
		}
		return at("review");
	}

	/** Page 4, with a delegated permission of each API and consent to it. */
	Registering consenting(String scope) {
		at("permissions").visitor.click("//label[contains(., '" + scope + "')]")
			.choose("consentNow", "true")
			.press("Continue");
		return accessLater();
	}

	/**
	 * Page 4, with a delegated permission and one of another API for the client itself.
	 */
	Registering consenting(String scope, String api, String role) {
		at("permissions").visitor.type("search", api).press("Search");
		this.visitor.click("//li[contains(., '" + api + "')]//button[@name='add']");
		this.visitor.click("//label[contains(., '" + scope + "')]")
			.click("//label[normalize-space(code)='" + role + "']")
			.choose("consentNow", "true")
			.choose("beyondHealth", "true")
			.press("Continue");
		return this;
	}

	/** Page 5: the suggested role on services that Azure knows. */
	Registering accessTo(String... services) {
		at("access").visitor.press("Look for services");
		for (String service : services) {
			this.visitor.click("//label[contains(., '" + service + "')]");
		}
		this.visitor.choose("mode", "AZURE").press("Continue");
		return at("review");
	}

	/** Page 4, with the answer to whether to consent at once. */
	Registering permissions(boolean consentNow) {
		at("permissions").visitor.choose("consentNow", String.valueOf(consentNow)).press("Continue");
		return accessLater();
	}

	/** Page 6: confirms what is shown. */
	Registering confirm() {
		this.visitor.press("Register the client");
		if (!this.visitor.path().startsWith("/operations/")) {
			throw new IllegalStateException("Not started:\n" + this.visitor.text());
		}
		this.operation = this.visitor.path();
		return this;
	}

	/** Page 6: somebody else confirmed it, which started this operation. */
	Registering confirmedAs(String path) {
		this.operation = path;
		return this;
	}

	/** Page 7: waits until everything is done and opens the result. */
	Registering finish() {
		Poll.until("the operation finishes", PATIENCE, () -> {
			this.visitor.open(this.operation);
			return this.visitor.sees("//a[contains(., 'Show the result')]");
		});
		this.visitor.press("Show the result");
		return this;
	}

	/** Page 7, until it says this. */
	Registering progressSays(String text) {
		Poll.until("the operation's page says " + text, PATIENCE, () -> {
			this.visitor.open(this.operation);
			return this.visitor.text().contains(text);
		});
		return this;
	}

	/** Until when the secret can be shown, as the page says. */
	Instant secretReadableUntil() {
		DomElement time = this.visitor.html().getFirstByXPath("//*[@id='secret']//time");
		return Instant.parse(time.getAttribute("datetime"));
	}

	/** The secret, which only the first look gets. */
	String secretShownOnce() {
		this.visitor.press("Show the secret");
		return this.visitor.textOf("//*[@data-secret-text]");
	}

	/** The client id on the result page. */
	String clientId() {
		return id("Application (client) id");
	}

	/** An id on the result page. */
	String id(String label) {
		return this.visitor
			.textOf("//dt[starts-with(normalize-space(.), '" + label + "')]/following-sibling::dd//code");
	}

	/** The commands that the result page offers under a heading. */
	String commands(String heading) {
		return this.visitor.textOf("//h3[contains(., '" + heading + "')]/following-sibling::figure//code");
	}

	URI operation() {
		return URI.create(this.operation);
	}

	private Registering at(String step) {
		if (!this.visitor.path().endsWith("/" + step)) {
			throw new IllegalStateException(
					"Expected step " + step + ", but at " + this.visitor.path() + ":\n" + this.visitor.text());
		}
		return this;
	}

	private String draftPath() {
		return this.visitor.path().replaceFirst("(/registrations/[^/]+).*", "$1");
	}

}
