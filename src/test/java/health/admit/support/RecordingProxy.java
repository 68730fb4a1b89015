package health.admit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands between a client and a server and writes down what passes.
 */
public final class RecordingProxy implements AutoCloseable {

	private static final Set<String> HOP = Set.of("host", "connection", "content-length", "transfer-encoding",
			"accept-encoding");

	private final HttpClient client = HttpClient.newHttpClient();

	private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

	private final String target;

	private final int repeats;

	private final HttpServer server;

	public RecordingProxy(String target) {
		this(target, 0);
	}

	/**
	 * One that sends again by itself, as a library does that means well.
	 * @param repeats how often it sends again what failed
	 */
	public RecordingProxy(String target, int repeats) {
		this.target = target;
		this.repeats = repeats;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::forward);
		this.server.setExecutor(Executors.newCachedThreadPool((work) -> {
			Thread thread = new Thread(work, "recording-proxy");
			thread.setDaemon(true);
			return thread;
		}));
		this.server.start();
	}

	public URI origin() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	public List<Exchange> exchanges() {
		return List.copyOf(this.exchanges);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void forward(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			URI address = URI.create(this.target + exchange.getRequestURI());
			HttpRequest.Builder request = HttpRequest.newBuilder(address)
				.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofString(body))
				.header("X-Forwarded-Host", "127.0.0.1")
				.header("X-Forwarded-Port", String.valueOf(this.server.getAddress().getPort()))
				.header("X-Forwarded-Proto", "http");
			exchange.getRequestHeaders()
				.forEach((name, values) -> values.stream()
					.filter((value) -> !HOP.contains(name.toLowerCase(Locale.ROOT)))
					.forEach((value) -> request.header(name, value)));
			HttpResponse<byte[]> response = send(request.build());
			this.exchanges.add(new Exchange(exchange.getRequestMethod(), address, body, response.statusCode(),
					new String(response.body(), StandardCharsets.UTF_8)));
			response.headers()
				.map()
				.forEach((name, values) -> values.stream()
					.filter((value) -> !name.startsWith(":") && !HOP.contains(name.toLowerCase(Locale.ROOT)))
					.forEach((value) -> exchange.getResponseHeaders().add(name, value)));
			int length = response.body().length;
			exchange.sendResponseHeaders(response.statusCode(), (length > 0) ? length : -1);
			if (length > 0) {
				exchange.getResponseBody().write(response.body());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
		for (int again = 0; again < this.repeats; again++) {
			try {
				HttpResponse<byte[]> response = this.client.send(request, HttpResponse.BodyHandlers.ofByteArray());
				if (response.statusCode() < 500) {
					return response;
				}
			}
			catch (IOException ex) {
				// The answer was lost: this is when it sends again.
			}
		}
		return this.client.send(request, HttpResponse.BodyHandlers.ofByteArray());
	}

	public record Exchange(String method, URI address, String body, int status, String answer) {
	}

}
