package health.admit.journey;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import health.admit.support.PortalServer;
import health.admit.support.SandboxServer;
import health.admit.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A form that is sent 100 times at once, as an impatient finger or a broken proxy would,
 * is carried out once.
 */
class ManyPostsJourneyTests {

	private static final int POSTS = 100;

	private static SandboxServer sandbox;

	private static PortalServer portal;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		// A request that held one connection while it waits for another would wait for
		// ever.
		portal = PortalServer.start(sandbox, "spring.datasource.hikari.maximum-pool-size=2");
	}

	@AfterAll
	static void stop() {
		portal.close();
		sandbox.close();
	}

	@Test
	void theyLeadToOneOperation() {
		try (Visitor priya = new Visitor(URI.create(portal.baseUrl())).signIn("Priya Raman")) {
			Registering client = new Registering(priya).basics("Impatient", "FHIR")
				.authentication("SERVER")
				.secret("6")
				.consenting("user_impersonation");
			String operation = theOne(priya.submission("Register the client"));
			priya.open(operation);
			client.confirmedAs(operation).finish();
			new Tenant(sandbox).assertOneOfEach("Impatient", client);

			priya.open(operation).press("Undo: remove what this operation made").choose("sure", "true");
			assertThat(theOne(priya.submission("Remove"))).isNotEqualTo(operation);
		}
	}

	/** The operation to which every one of the posts leads. */
	private static String theOne(HttpRequest post) {
		HttpClient client = HttpClient.newHttpClient();
		List<CompletableFuture<HttpResponse<Void>>> sent = new ArrayList<>();
		for (int count = 0; count < POSTS; count++) {
			sent.add(client.sendAsync(post, HttpResponse.BodyHandlers.discarding()));
		}
		Set<String> led = new HashSet<>();
		for (CompletableFuture<HttpResponse<Void>> each : sent) {
			HttpResponse<Void> answer = each.join();
			led.add(answer.headers().firstValue("Location").orElse("status " + answer.statusCode()));
		}
		assertThat(led).singleElement().asString().startsWith("/operations/");
		return led.iterator().next();
	}

}
