package health.admit.sandbox.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/**
 * Sends what Microsoft's libraries mean for the public cloud to the sandbox, as a proxy
 * in front of it would: their configuration stays what it is in production.
 */
record OriginSwap(String base, HttpClient http) {

	static final String LOGIN = "https://login.microsoftonline.com";

	OriginSwap(String base) {
		this(base, HttpClient.newHttpClient());
	}

	HttpResponse<String> send(String method, String url, Map<String, String> headers, byte[] body) {
		URI target = URI.create(url.replace(LOGIN, this.base));
		HttpRequest.Builder request = HttpRequest.newBuilder(target)
			.method(method, HttpRequest.BodyPublishers.ofByteArray(body))
			.header("X-Forwarded-Host", "login.microsoftonline.com")
			.header("X-Forwarded-Proto", "https");
		headers.forEach((name, value) -> {
			if (!List.of("content-length", "host", "connection").contains(name.toLowerCase(java.util.Locale.ROOT))) {
				request.header(name, value);
			}
		});
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
