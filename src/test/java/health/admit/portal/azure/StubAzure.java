package health.admit.portal.azure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import health.admit.portal.cloud.Backoff;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;

/**
 * A server on loopback that answers like Azure Resource Manager as it is told, and the
 * gateway pointed at it.
 */
final class StubAzure implements AutoCloseable {

	static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	final List<Request> requests = new CopyOnWriteArrayList<>();

	final List<Duration> pauses = new CopyOnWriteArrayList<>();

	volatile int forgotten;

	private final HttpServer server;

	private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();

	private final SideBySide sideBySide = new SideBySide(4, Duration.ofSeconds(30));

	private final Azure azure;

	StubAzure() {
		this(Duration.ofSeconds(10));
	}

	StubAzure(Duration patience) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task);
			thread.setDaemon(true);
			return thread;
		}));
		this.server.createContext("/", this::answer);
		this.server.start();
		URI elsewhere = URI.create("https://elsewhere.example");
		Cloud cloud = new Cloud(CloudName.SANDBOX, UUID.randomUUID(), elsewhere, elsewhere, origin(), elsewhere);
		AzureProperties properties = new AzureProperties(Duration.ofSeconds(2), patience, 3, Duration.ofMillis(250),
				Duration.ofSeconds(3), Duration.ofSeconds(5), 4, Duration.ofSeconds(30));
		Backoff backoff = new Backoff(3, Duration.ofMillis(250), Duration.ofSeconds(3), Duration.ofSeconds(5),
				() -> 0.5);
		this.azure = new ArmAzures(ArmClient.of(cloud, properties, new SimpleMeterRegistry()), new Tokens(), backoff,
				this.pauses::add, Clock.fixed(NOW, ZoneOffset.UTC), new SubscriptionSearch(this.sideBySide))
			.actingFor(new Delegation(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
	}

	URI origin() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	Azure azure() {
		return this.azure;
	}

	/**
	 * Queues answers for an address; the last one is given again and again.
	 * @param address method and path, such as {@code GET /subscriptions}
	 */
	StubAzure on(String address, Reply... answers) {
		this.replies.put(address, new ArrayDeque<>(List.of(answers)));
		return this;
	}

	StubAzure on(String address, String json) {
		return on(address, Reply.of(200, json));
	}

	Request onlyRequest() {
		if (this.requests.size() != 1) {
			throw new AssertionError("Expected one request, but got " + this.requests);
		}
		return this.requests.get(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		URI uri = exchange.getRequestURI();
		Map<String, List<String>> headers = new ConcurrentHashMap<>(exchange.getRequestHeaders());
		byte[] body = exchange.getRequestBody().readAllBytes();
		this.requests.add(new Request(exchange.getRequestMethod(), uri.getRawPath(), uri.getQuery(), headers,
				new String(body, StandardCharsets.UTF_8)));
		Reply reply = next(exchange.getRequestMethod() + " " + uri.getRawPath());
		if (reply.status() == 0) {
			exchange.close();
			return;
		}
		reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
		byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(reply.status(), (bytes.length == 0) ? -1 : bytes.length);
		if (bytes.length > 0) {
			exchange.getResponseBody().write(bytes);
		}
		exchange.close();
	}

	private synchronized Reply next(String address) {
		Deque<Reply> queue = this.replies.get(address);
		if (queue == null) {
			return Reply.error(404, "ResourceNotFound", "Nothing is planned for " + address);
		}
		return (queue.size() > 1) ? queue.remove() : queue.element();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.sideBySide.close();
	}

	record Request(String method, String path, String query, Map<String, List<String>> headers, String body) {

		String header(String name) {
			return this.headers.getOrDefault(name, List.of("")).get(0);
		}

	}

	/**
	 * An answer.
	 *
	 * @param status 0 drops the connection
	 */
	record Reply(int status, Map<String, String> headers, String body) {

		static Reply of(int status, String body) {
			return new Reply(status, Map.of("Content-Type", "application/json", "x-ms-request-id", "azure-1"), body);
		}

		static Reply error(int status, String code, String message) {
			return of(status, "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message));
		}

		static Reply dropped() {
			return new Reply(0, Map.of(), "");
		}

		Reply with(String header, String value) {
			Map<String, String> more = new ConcurrentHashMap<>(this.headers);
			more.put(header, value);
			return new Reply(this.status, more, this.body);
		}

	}

	private final class Tokens implements DelegatedTokens {

		@Override
		public String graph(Delegation delegation, Set<DelegatedScope> scopes) {
			throw new IllegalStateException("Azure has no business with Graph");
		}

		@Override
		public String resourceManager(Delegation delegation) {
			return "token" + StubAzure.this.forgotten;
		}

		@Override
		public void forget(Delegation delegation) {
			StubAzure.this.forgotten++;
		}

	}

	static List<String> names(List<HealthService> services) {
		return new ArrayList<>(services.stream().map(HealthService::name).toList());
	}

}
