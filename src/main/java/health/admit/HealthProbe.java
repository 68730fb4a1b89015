package health.admit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Asks a running portal on this machine whether it is well; for container health checks,
 * where no other HTTP client can be counted on. The exit status is the answer.
 */
final class HealthProbe {

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private HealthProbe() {
	}

	public static void main(String[] args) throws InterruptedException {
		String port = System.getenv().getOrDefault("SERVER_PORT", "8080");
		System.exit(isWell(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")) ? 0 : 1);
	}

	static boolean isWell(URI address) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
		try {
			return HttpClient.newBuilder()
				.connectTimeout(PATIENCE)
				.build()
				.send(request, HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
