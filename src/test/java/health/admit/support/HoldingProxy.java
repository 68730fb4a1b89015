package health.admit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands between one portal and the cloud, notes what the portal writes, and keeps single
 * calls waiting on their way there or back.
 */
public final class HoldingProxy implements AutoCloseable {

	private static final Set<String> HOP = Set.of("host", "connection", "content-length", "transfer-encoding",
			"accept-encoding", "upgrade", "http2-settings");

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final List<Call> writes = new CopyOnWriteArrayList<>();

	private final AtomicInteger held = new AtomicInteger();

	private final String target;

	private final Function<Call, Fate> fates;

	private final HttpServer server;

	private volatile CountDownLatch released = new CountDownLatch(1);

	/**
	 * Begins to pass calls on.
	 * @param target origin of the cloud
	 * @param fates what happens to a call; asked once for each
	 */
	public HoldingProxy(String target, Function<Call, Fate> fates) {
		this.target = target;
		this.fates = fates;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.setExecutor(Executors.newCachedThreadPool((work) -> {
			Thread thread = new Thread(work, "holding-proxy");
			thread.setDaemon(true);
			return thread;
		}));
		this.server.start();
	}

	public URI origin() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** What the portal sent that changes something, in the order it came in. */
	public List<Call> writes() {
		return List.copyOf(this.writes);
	}

	/** How many calls are held right now. */
	public int held() {
		return this.held.get();
	}

	/**
	 * Ends every wait: what was held on its way there is lost, what was held on its way
	 * back arrives.
	 */
	public void release() {
		this.released.countDown();
		this.released = new CountDownLatch(1);
	}

	@Override
	public void close() {
		release();
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			Call call = Call.of(exchange);
			if (call.writes()) {
				this.writes.add(call);
			}
			Fate fate = this.fates.apply(call);
			if (fate == Fate.HELD_ON_ITS_WAY) {
				hold();
				return;
			}
			HttpResponse<byte[]> response = this.client.send(forwarded(exchange, body),
					HttpResponse.BodyHandlers.ofByteArray());
			if (fate == Fate.ANSWER_HELD) {
				hold();
			}
			if (fate != Fate.ANSWER_LOST) {
				pass(response, exchange);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private HttpRequest forwarded(HttpExchange exchange, byte[] body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.target + exchange.getRequestURI()))
			.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
			.header("X-Forwarded-Host", "127.0.0.1")
			.header("X-Forwarded-Port", String.valueOf(this.server.getAddress().getPort()))
			.header("X-Forwarded-Proto", "http");
		exchange.getRequestHeaders()
			.forEach((name, values) -> values.stream()
				.filter((value) -> !HOP.contains(name.toLowerCase(Locale.ROOT)))
				.forEach((value) -> request.header(name, value)));
		return request.build();
	}

	private static void pass(HttpResponse<byte[]> response, HttpExchange exchange) throws IOException {
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

	private void hold() throws InterruptedException {
		CountDownLatch until = this.released;
		this.held.incrementAndGet();
		try {
			until.await();
		}
		finally {
			this.held.decrementAndGet();
		}
	}

	/**
	 * What happens to a call.
	 */
	public enum Fate {

		PASSED,

		/** Kept before the cloud hears of it. */
		HELD_ON_ITS_WAY,

		/** Kept when the cloud has done it. */
		ANSWER_HELD,

		/** Done by the cloud; the connection ends without an answer. */
		ANSWER_LOST

	}

	/**
	 * One call of the portal.
	 *
	 * @param clientRequestId the id the portal gave it, empty without one
	 * @param at when it came in
	 */
	public record Call(String method, String path, String clientRequestId, Instant at) {

		private static Call of(HttpExchange exchange) {
			String graph = exchange.getRequestHeaders().getFirst("client-request-id");
			String azure = exchange.getRequestHeaders().getFirst("x-ms-client-request-id");
			String id = (graph != null) ? graph : azure;
			return new Call(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), (id != null) ? id : "",
					Instant.now());
		}

		/** Whether it changes what the tenant holds. */
		public boolean writes() {
			return !this.method.equals("GET")
					&& (this.path.startsWith("/v1.0/") || this.path.startsWith("/subscriptions/"));
		}

	}

}
