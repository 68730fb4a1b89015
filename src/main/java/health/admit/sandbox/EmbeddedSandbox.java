package health.admit.sandbox;

import java.util.ArrayList;
import java.util.List;

import health.admit.EmbeddedCloud;
import health.admit.sandbox.seed.Greeting;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * Runs the sandbox cloud inside this process, bound to this machine only.
 */
public class EmbeddedSandbox implements EmbeddedCloud {

	@Override
	public List<String> start(String... args) {
		ConfigurableApplicationContext context = run(args);
		int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		return context.getBean(Greeting.class).lines("http://localhost:" + port);
	}

	/**
	 * Starts the sandbox and leaves stopping it to the caller.
	 * @param args settings such as {@code --admit.sandbox.port=0}
	 */
	public static ConfigurableApplicationContext run(String... args) {
		// Environment variables and system properties are shared with the portal and
		// would win over the file; arguments win over them.
		SimpleCommandLinePropertySource given = new SimpleCommandLinePropertySource(args);
		List<String> own = new ArrayList<>(List.of(args));
		String port = given.getProperty("admit.sandbox.port");
		own.removeIf((arg) -> arg.startsWith("--server."));
		own.add("--server.port=" + ((port != null) ? port : "${admit.sandbox.port}"));
		own.add("--server.address=127.0.0.1");
		own.add("--server.servlet.session.cookie.name=admit-sandbox");
		return new SpringApplicationBuilder(SandboxApplication.class).main(SandboxApplication.class)
			.properties("spring.config.name=sandbox")
			.run(own.toArray(String[]::new));
	}

}
