package health.admit.journey;

import java.util.Map;
import java.util.stream.Collectors;

import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.support.PortalServer;
import health.admit.support.SandboxServer;
import health.admit.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts that have broken software before are texts: every page shows them as they were
 * typed, and the directory gets them unchanged.
 */
class HostileTextJourneyTests {

	private static final String NAME = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>'-${7*7}{{7*7}}\u05E9";

	private static final String REFERENCE = "=cmd|' /C calc'!A0 ${jndi:ldap://x} $(touch X) {0}";

	private static SandboxServer sandbox;

	private static PortalServer portal;

	private static Visitor priya;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		portal = PortalServer.start(sandbox);
		priya = new Visitor(portal.resolve("/")).signIn("Priya Raman");
	}

	@AfterAll
	static void stop() {
		priya.close();
		portal.close();
		sandbox.close();
	}

	@Test
	void everyLegalNameIsShownAsItIs() {
		new Registering(priya).basics("Ward records", "FHIR").authentication("COMMAND_LINE_OR_DEVICE").permissions();
		String draft = priya.path().replaceFirst("/review$", "");
		BadTexts.hostile().forEach((name) -> {
			priya.open(draft + "/basics").type("name", name).press("Continue");
			if (priya.sees("//button[@name='anyway']")) {
				priya.press("Make another one");
			}
			assertThat(priya.path()).as(name).endsWith("/authentication");
			shows(name);
			assertThat(priya.html().getTitleText()).contains(name);
			priya.open(draft + "/basics");
			assertThat(priya.textOf("//*[@id='name']")).isEqualTo(name);
			priya.open(draft + "/review");
			shows(name);
		});
		priya.open("/");
		harmless();
	}

	@Test
	void everyTextReachesTheDirectoryUnchanged() {
		String all = BadTexts.hostile().filter((text) -> text.length() < 40).collect(Collectors.joining("\n"));
		String notes = all.substring(0, Math.min(all.length(), 1000)).strip();
		priya.open("/registrations").press("Register a client");
		priya.type("name", NAME)
			.choose("purpose", "FHIR")
			.type("description", notes)
			.type("notes", notes)
			.type("serviceManagementReference", REFERENCE)
			.press("Continue");
		Registering client = new Registering(priya).authentication("COMMAND_LINE_OR_DEVICE").permissions();
		shows(NAME);
		client.confirm();
		harmless();
		client.finish();
		shows(NAME);
		Map<?, ?> stored = application(client.id("Application object id"));
		assertThat(stored.get("displayName")).isEqualTo(NAME);
		assertThat(stored.get("serviceManagementReference")).isEqualTo(REFERENCE);
		assertThat(stored.get("description").toString().replaceAll("\\R", "\n")).isEqualTo(notes);
		assertThat(stored.get("notes").toString().replaceAll("\\R", "\n")).isEqualTo(notes);
		priya.press("Open the application");
		shows(NAME);
		shows(REFERENCE);
		priya.open("/operations");
		shows(NAME);
	}

	private static Map<?, ?> application(String id) {
		return RestClient.create(sandbox.baseUrl())
			.get()
			.uri("/v1.0/applications/" + id)
			.header("Authorization", "Bearer " + new SandboxTokens(sandbox).of("Priya", "Application.Read.All"))
			.retrieve()
			.body(Map.class);
	}

	private static void shows(String text) {
		assertThat(priya.status()).isEqualTo(200);
		assertThat(priya.html().getBody().getTextContent()).contains(text);
		harmless();
	}

	/** None of the texts has become markup. */
	private static void harmless() {
		assertThat(priya.sees("//script[contains(., 'alert')] | //*[@onerror] | //main//img | //main//b")).isFalse();
		assertThat(priya.html().getBody().getTextContent()).doesNotContain("??", "'-49");
	}

}
