package health.admit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import health.admit.Admit;

/**
 * The portal in a JVM of its own, so that it can be killed as a power cut would. It keeps
 * its port and its data folder from one start to the next.
 */
public final class PortalProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Path data;

	private final URI sandbox;

	private final List<String> settings;

	private final int port = freePort();

	private Process process;

	/**
	 * Prepares a portal; {@link #start()} runs it.
	 * @param data folder for its database and log
	 * @param sandbox origin of a running sandbox
	 * @param settings further command line arguments
	 */
	public PortalProcess(Path data, URI sandbox, String... settings) {
		this.data = data;
		this.sandbox = sandbox;
		this.settings = List.of(settings);
	}

	/**
	 * Starts it and returns once it answers.
	 */
	public PortalProcess start() {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-Xmx512m", "-cp", System.getProperty("java.class.path"), Admit.class.getName(),
						"--spring.profiles.active=sandbox", "--portal-only", "--admit.data=" + this.data,
						"--admit.cloud.base-url=" + this.sandbox, "--admit.signin.public-url=" + address(),
						"--server.port=" + this.port));
		command.addAll(this.settings);
		try {
			this.process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Poll.until("the portal at " + address() + " answers, see " + log(), PATIENCE, () -> {
			if (!this.process.isAlive()) {
				throw new IllegalStateException(
						"The portal ended with " + this.process.exitValue() + ":\n" + logText());
			}
			return Poll.answers(address().resolve("/actuator/health/readiness"));
		});
		return this;
	}

	/**
	 * Ends it at once, as SIGKILL does.
	 */
	public void kill() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * The public address; the same after each start.
	 */
	public URI address() {
		return URI.create("http://localhost:" + this.port);
	}

	/**
	 * Everything it printed, over all starts.
	 */
	public String logText() {
		try {
			return Files.exists(log()) ? Files.readString(log()) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		if (this.process != null) {
			kill();
		}
	}

	private Path log() {
		return this.data.resolve("portal.log");
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
