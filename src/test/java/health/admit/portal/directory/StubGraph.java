package health.admit.portal.directory;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server on loopback that notes every request and answers as told, also in ways no
 * proper HTTP server would: by cutting the answer short, by dropping the connection, or
 * not at all.
 */
final class StubGraph implements AutoCloseable {

	private final ServerSocket server;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	StubGraph() {
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	URI origin() {
		return URI.create("http://127.0.0.1:" + this.server.getLocalPort());
	}

	/**
	 * Queues answers; the last one is given again and again.
	 */
	void will(Reply... answers) {
		this.replies.clear();
		this.replies.addAll(List.of(answers));
	}

	List<Request> requests() {
		return List.copyOf(this.requests);
	}

	Request onlyRequest() {
		if (this.requests.size() != 1) {
			throw new AssertionError("Expected one request, but got " + this.requests);
		}
		return this.requests.get(0);
	}

	@Override
	public void close() {
		try {
			this.server.close();
			for (Socket socket : this.open) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				this.open.add(socket);
				start(() -> serve(socket));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			InputStream in = new BufferedInputStream(socket.getInputStream());
			while (true) {
				this.requests.add(read(in));
				Reply reply = (this.replies.size() > 1) ? this.replies.poll() : this.replies.peek();
				if (reply == null || !reply.to(socket)) {
					return;
				}
			}
		}
		catch (IOException ex) {
			// The client has gone, which is the end of this connection.
		}
	}

	private static Request read(InputStream in) throws IOException {
		String[] start = line(in).split(" ");
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String header = line(in); !header.isEmpty(); header = line(in)) {
			int colon = header.indexOf(':');
			headers.put(header.substring(0, colon), header.substring(colon + 1).trim());
		}
		int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
		return new Request(start[0], start[1], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
	}

	private static String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next == -1) {
				throw new EOFException();
			}
			if (next != '\r') {
				line.write(next);
			}
		}
		return line.toString(StandardCharsets.UTF_8);
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "stub-graph");
		thread.setDaemon(true);
		thread.start();
	}

	record Request(String method, String target, Map<String, String> headers, String body) {

		String path() {
			return URLDecoder.decode(this.target.split("\\?")[0], StandardCharsets.UTF_8);
		}

		/** The query, decoded, such as {@code $select=id}. */
		String query() {
			int mark = this.target.indexOf('?');
			return (mark < 0) ? "" : URLDecoder.decode(this.target.substring(mark + 1), StandardCharsets.UTF_8);
		}

		String header(String name) {
			return this.headers.get(name);
		}

	}

	/**
	 * What happens after a request was read.
	 */
	interface Reply {

		/** Whether the connection stays open. */
		boolean to(Socket socket) throws IOException;

		static Reply json(int status, String body, String... headers) {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			return (socket) -> {
				socket.getOutputStream().write(head(status, bytes.length, headers));
				socket.getOutputStream().write(bytes);
				socket.getOutputStream().flush();
				return true;
			};
		}

		static Reply error(int status, String code, String message, String... headers) {
			return json(status, String.format(Locale.ROOT, """
					{"error":{"code":"%s","message":"%s"}}""", code, message), headers);
		}

		/** Announces a whole answer and stops in its middle. */
		static Reply cut(String body) {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			return (socket) -> {
				socket.getOutputStream().write(head(200, bytes.length * 2));
				socket.getOutputStream().write(bytes);
				socket.getOutputStream().flush();
				return false;
			};
		}

		/** Drops the connection without a word. */
		static Reply drop() {
			return (socket) -> false;
		}

		/** Never answers. */
		static Reply silence() {
			return (socket) -> socket.getInputStream().read() != -1;
		}

		private static byte[] head(int status, int length, String... headers) {
			StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
			head.append("Content-Type: application/json\r\nContent-Length: ").append(length).append("\r\n");
			for (String header : headers) {
				head.append(header).append("\r\n");
			}
			return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
		}

	}

}
