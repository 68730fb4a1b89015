package health.admit.portal.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Servers where nobody should ever connect: on one port of several loopback addresses.
 * They count, and answer with what they are told.
 */
final class Canary implements AutoCloseable {

	private final List<ServerSocket> sockets = new ArrayList<>();

	private final AtomicInteger connections = new AtomicInteger();

	private final int port;

	private volatile byte[] answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	Canary(String... addresses) {
		this.port = listen(addresses[0], 0);
		for (int i = 1; i < addresses.length; i++) {
			listen(addresses[i], this.port);
		}
	}

	int port() {
		return this.port;
	}

	int connections() {
		return this.connections.get();
	}

	void answer(String text) {
		this.answer = text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private int listen(String address, int wanted) {
		try {
			ServerSocket socket = new ServerSocket(wanted, 50, InetAddress.getByName(address));
			this.sockets.add(socket);
			Thread thread = new Thread(() -> serve(socket), "canary-" + address);
			thread.setDaemon(true);
			thread.start();
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void serve(ServerSocket listening) {
		while (!listening.isClosed()) {
			try (Socket socket = listening.accept()) {
				this.connections.incrementAndGet();
				socket.getInputStream().read(new byte[4096]);
				socket.getOutputStream().write(this.answer);
				socket.getOutputStream().flush();
			}
			catch (IOException ex) {
				// The other side has gone, or the canary is closed.
			}
		}
	}

	@Override
	public void close() {
		for (ServerSocket socket : this.sockets) {
			try {
				socket.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}
