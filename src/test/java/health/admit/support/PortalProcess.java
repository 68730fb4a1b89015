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

	private List<String> options = List.of("-XX:TieredStopAtLevel=1", "-Xmx512m");

	private final int port = AdmitJvm.freePort();

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
	 * Options of its JVM, instead of a small heap and the quick compiler.
	 */
	public PortalProcess options(String... options) {
		this.options = List.of(options);
		return this;
	}

	/**
	 * Starts it and returns once it answers.
	 */
	public PortalProcess start() {
		List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=sandbox", "--portal-only",
				"--admit.data=" + this.data, "--admit.cloud.base-url=" + this.sandbox,
				"--admit.signin.public-url=" + address(), "--server.port=" + this.port));
		arguments.addAll(this.settings);
		this.process = AdmitJvm.start(this.options, arguments, log());
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
	 * Holds it as it is, without its knowledge, as SIGSTOP does.
	 */
	public void pause() {
		signal("STOP");
	}

	/**
	 * Lets it go on after a pause.
	 */
	public void goOn() {
		signal("CONT");
	}

	/**
	 * The public address; the same after each start.
	 */
	public URI address() {
		return URI.create("http://localhost:" + this.port);
	}

	/**
	 * Its process id.
	 */
	public long pid() {
		return this.process.pid();
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

	private void signal(String name) {
		try {
			int end = new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).inheritIO().start().waitFor();
			if (end != 0) {
				throw new IllegalStateException("kill -" + name + " ended with " + end);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private Path log() {
		return this.data.resolve("portal.log");
	}

}
