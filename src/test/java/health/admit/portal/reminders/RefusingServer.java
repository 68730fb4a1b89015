package health.admit.portal.reminders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A mail server that takes no mail for one recipient and loses the others.
 */
final class RefusingServer implements AutoCloseable {

	private final ServerSocket socket;

	private final String refused;

	RefusingServer(String refused) throws IOException {
		this.refused = refused;
		this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(this::serve, "refusing-smtp");
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket client = this.socket.accept()) {
				talk(client);
			}
			catch (IOException ex) {
				// The next one, or the end.
			}
		}
	}

	private void talk(Socket client) throws IOException {
		OutputStream out = client.getOutputStream();
		BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
		say(out, "220 ready");
		boolean data = false;
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (data) {
				data = !line.equals(".");
				if (!data) {
					say(out, "250 taken");
				}
			}
			else if (line.startsWith("DATA")) {
				data = true;
				say(out, "354 go on");
			}
			else if (line.startsWith("RCPT") && line.contains(this.refused)) {
				say(out, "550 5.1.1 <script>no such mailbox");
			}
			else {
				say(out, line.startsWith("QUIT") ? "221 bye" : "250 fine");
			}
		}
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
