package health.admit.portal.kits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A sign-in service with a FHIR and a DICOM service behind it, on the loopback address.
 */
final class KitServer implements AutoCloseable {

	private final HttpServer server;

	private final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();

	private final List<Asked> asked = new CopyOnWriteArrayList<>();

	private volatile Predicate<Map<String, String>> known = (form) -> true;

	private volatile boolean permitted = true;

	private volatile String audience = "";

	private volatile int pending;

	KitServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	URI origin() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	/** Which token requests get a token. */
	KitServer knows(Predicate<Map<String, String>> known) {
		this.known = known;
		return this;
	}

	/** Nobody has a role any more. */
	KitServer forbids() {
		this.permitted = false;
		return this;
	}

	/** The services take tokens for one audience only. */
	KitServer wants(String audience) {
		this.audience = audience;
		return this;
	}

	/** How often a device is told to wait. */
	KitServer waits(int times) {
		this.pending = times;
		return this;
	}

	/** The token requests, decoded. */
	List<Map<String, String>> forms() {
		return this.forms;
	}

	/** What the services were asked, and what they answered. */
	List<Asked> asked() {
		return this.asked;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		if (path.endsWith("/token")) {
			token(exchange, form(body));
		}
		else if (path.endsWith("/devicecode")) {
			send(exchange, 200,
					"{\"device_code\":\"the-device-code\",\"user_code\":\"ABCD\",\"verification_uri\":\"https://microsoft.com/devicelogin\",\"interval\":0,\"expires_in\":900}");
		}
		else {
			service(exchange, path);
		}
	}

	private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
		String origin = exchange.getRequestHeaders().getFirst("Origin");
		if (origin != null) {
			form.put("(origin)", origin);
		}
		this.forms.add(form);
		if (this.pending > 0) {
			this.pending--;
			send(exchange, 400, "{\"error\":\"authorization_pending\"}");
		}
		else if (this.known.test(form)) {
			String token = "token-for." + form.getOrDefault("scope", "device").replaceAll("[^A-Za-z0-9]", "-");
			send(exchange, 200, "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"" + token + "\"}");
		}
		else {
			send(exchange, 401,
					"{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client secret provided. \\u001b[31m\"}");
		}
	}

	private void service(HttpExchange exchange, String path) throws IOException {
		String authorization = exchange.getRequestHeaders().getFirst("Authorization");
		int status = status(path, authorization);
		this.asked.add(new Asked(exchange.getRequestURI().toString(), authorization, status));
		if (status == 401) {
			exchange.getResponseHeaders()
				.add("WWW-Authenticate", "Bearer authorization_uri=\"" + origin() + "\", resource_id=\"the-audience\"");
		}
		send(exchange, status, (status == 200) ? "{\"total\":3}" : "{\"issue\":[]}");
	}

	private int status(String path, String authorization) {
		if (path.endsWith("/metadata")) {
			return 200;
		}
		if (authorization == null || !authorization.startsWith("Bearer token-for." + this.audience)) {
			return 401;
		}
		return this.permitted ? 200 : 403;
	}

	private static void send(HttpExchange exchange, int status, String json) throws IOException {
		byte[] content = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, content.length);
		exchange.getResponseBody().write(content);
		exchange.close();
	}

	private static Map<String, String> form(String body) {
		Map<String, String> form = new HashMap<>();
		for (String field : body.split("&")) {
			String[] parts = field.split("=", 2);
			form.put(decoded(parts[0]), decoded(parts[1]));
		}
		return form;
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	/**
	 * A call to a service.
	 */
	record Asked(String address, String authorization, int status) {
	}

}
