package health.admit.support;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import health.admit.sandbox.EmbeddedSandbox;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * A sandbox cloud on a free port, with a small tenant and nothing kept on disk unless
 * told otherwise. Hold it in a static field and close it in {@code @AfterAll}, or use
 * try-with-resources.
 */
public final class SandboxServer implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private SandboxServer(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Starts a sandbox.
	 * @param settings below {@code admit.sandbox}, such as {@code applications=50}
	 */
	public static SandboxServer start(String... settings) {
		List<String> args = new ArrayList<>(
				List.of("--admit.sandbox.port=0", "--admit.sandbox.applications=20", "--admit.sandbox.state="));
		for (String setting : settings) {
			String name = setting.substring(0, setting.indexOf('='));
			args.removeIf((arg) -> arg.startsWith("--admit.sandbox." + name + "="));
			args.add("--admit.sandbox." + setting);
		}
		return new SandboxServer(EmbeddedSandbox.run(args.toArray(String[]::new)));
	}

	public int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/** Such as {@code http://localhost:40123}, without a trailing slash. */
	public String baseUrl() {
		return "http://localhost:" + port();
	}

	public URI resolve(String path) {
		return URI.create(baseUrl() + path);
	}

	/** A bean of the sandbox, for tests that have to look behind the wire. */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
