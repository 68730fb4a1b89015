package health.admit.portal.signin;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import health.admit.support.PortalServer;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the web server refuses before the portal's filters run.
 */
class RefusedAddressJourneyTests {

	private static SandboxServer sandbox;

	private static PortalServer portal;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		portal = PortalServer.start(sandbox);
	}

	@AfterAll
	static void stop() {
		portal.close();
		sandbox.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%00", "/a%5cb", "/..%2f", "//x", "/nowhere" })
	void headersProtectTheAnswerAllTheSame(String path) throws IOException, InterruptedException {
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(portal.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isBetween(300, 499);
		assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1)
			.allSatisfy((policy) -> assertThat(policy).contains("default-src 'none'"));
		assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(answer.headers().firstValue("Cache-Control"))
			.hasValueSatisfying((control) -> assertThat(control).contains("no-store"));
		assertThat(answer.body()).doesNotContain("Tomcat");
	}

}
