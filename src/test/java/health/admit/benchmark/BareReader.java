package health.admit.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.admit.support.TokenRequests;

/**
 * Fetches the pages of a list and throws them away: the least time they take.
 */
final class BareReader {

	private static final String TENANT = "5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10";

	private static final String CLIENT = "7b1d4c02-93ea-4f5e-a6c8-2f0d9b36e815";

	private static final String SECRET = "sandbox-automation~not-a-real-secret";

	private static final Pattern NEXT = Pattern.compile("\"@odata.nextLink\":\"([^\"]+)\"");

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI sandbox;

	private final String token;

	BareReader(URI sandbox) {
		this.sandbox = sandbox;
		this.token = new TokenRequests(sandbox, TENANT)
			.withSecret(CLIENT, SECRET, "https://graph.microsoft.com/.default")
			.get("access_token")
			.toString();
	}

	/**
	 * Milliseconds to fetch every page, starting at this path and query.
	 */
	long milliseconds(String first) {
		long began = Clock.systemUTC().millis();
		String next = this.sandbox + first;
		while (next != null) {
			Matcher link = NEXT.matcher(get(next));
			next = link.find() ? link.group(1) : null;
		}
		return Clock.systemUTC().millis() - began;
	}

	private String get(String address) {
		try {
			HttpResponse<String> answer = this.http.send(
					HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + this.token).build(),
					HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
			if (answer.statusCode() != 200) {
				throw new IllegalStateException(answer.statusCode() + " " + answer.body());
			}
			return answer.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
