package health.admit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import health.admit.portal.PortalApplication;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The portal inside the JVM of the test, on a free port and against a running sandbox,
 * with a database in memory unless told otherwise. {@link PortalProcess} is the one to
 * kill; this one is quick.
 */
public final class PortalServer implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final int port;

	private PortalServer(ConfigurableApplicationContext context, int port) {
		this.context = context;
		this.port = port;
	}

	/**
	 * Starts a portal.
	 * @param settings such as {@code spring.datasource.url=jdbc:postgresql:...}; later
	 * ones win
	 */
	public static PortalServer start(SandboxServer sandbox, String... settings) {
		return start(new SpringApplicationBuilder(PortalApplication.class), sandbox.baseUrl(), settings);
	}

	/**
	 * Starts a portal in which something takes the place of the product's own bean.
	 * @param cloud address of the sandbox, or of what stands before it
	 */
	public static <T> PortalServer startWith(Class<T> type, T bean, String cloud, String... settings) {
		return start(new SpringApplicationBuilder(PortalApplication.class).initializers(
				(context) -> ((GenericApplicationContext) context).registerBean("insteadOf" + type.getSimpleName(),
						type, () -> bean, (definition) -> definition.setPrimary(true))),
				cloud, settings);
	}

	private static PortalServer start(SpringApplicationBuilder application, String cloud, String... settings) {
		int port = AdmitJvm.freePort();
		List<String> args = new ArrayList<>(List.of("--spring.profiles.active=sandbox", "--server.port=" + port,
				"--admit.cloud.base-url=" + cloud, "--admit.signin.public-url=http://localhost:" + port,
				"--admit.signin.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
				"--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
						+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
				"--spring.main.banner-mode=off"));
		for (String setting : settings) {
			String name = setting.substring(0, setting.indexOf('='));
			args.removeIf((arg) -> arg.startsWith("--" + name + "="));
			args.add("--" + setting);
		}
		return new PortalServer(application.run(args.toArray(String[]::new)), port);
	}

	/** Such as {@code http://localhost:40124}, without a trailing slash. */
	public String baseUrl() {
		return "http://localhost:" + this.port;
	}

	public URI resolve(String path) {
		return URI.create(baseUrl() + path);
	}

	/** A bean of the portal, for tests that have to look behind the pages. */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** All beans of a type. */
	public <T> List<T> beans(Class<T> type) {
		return List.copyOf(this.context.getBeansOfType(type).values());
	}

	/** One of several beans of a type. */
	public <T> T bean(String name, Class<T> type) {
		return this.context.getBean(name, type);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
