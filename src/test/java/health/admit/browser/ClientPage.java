package health.admit.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;

/**
 * The empty page of a single-page application, served from this machine: a page that only
 * Playwright makes up counts as one of the internet, which may not call local addresses.
 */
final class ClientPage implements AutoCloseable {

	private static final byte[] PAGE = "<!doctype html><title>Client</title>".getBytes(StandardCharsets.US_ASCII);

	private final HttpServer server;

	private ClientPage(HttpServer server) {
		this.server = server;
	}

	static ClientPage serve() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", (exchange) -> {
				exchange.getResponseHeaders().set("Content-Type", "text/html");
				exchange.sendResponseHeaders(200, PAGE.length);
				exchange.getResponseBody().write(PAGE);
				exchange.close();
			});
			server.start();
			return new ClientPage(server);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String address() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/signed-in";
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
