package health.admit.support;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The sandbox cloud in a JVM of its own, so that it neither shares the portal's heap nor
 * its processor time.
 */
public final class SandboxProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final Process process;

	private final int port;

	private SandboxProcess(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Starts a sandbox and returns once it answers.
	 * @param folder for its log
	 * @param settings below {@code admit.sandbox}, such as {@code applications=50}
	 */
	public static SandboxProcess start(Path folder, String... settings) {
		int port = AdmitJvm.freePort();
		List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=sandbox", "--sandbox-only",
				"--admit.data=" + folder, "--admit.sandbox.port=" + port, "--admit.sandbox.state="));
		for (String setting : settings) {
			arguments.add("--admit.sandbox." + setting);
		}
		Process process = AdmitJvm.start(List.of("-Xmx2g"), arguments, folder.resolve("sandbox.log"));
		SandboxProcess sandbox = new SandboxProcess(process, port);
		Poll.until("the sandbox answers, see " + folder.resolve("sandbox.log"), PATIENCE,
				() -> Poll.answers(sandbox.address().resolve("/_sandbox/faults")));
		return sandbox;
	}

	public URI address() {
		return URI.create("http://localhost:" + this.port);
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
