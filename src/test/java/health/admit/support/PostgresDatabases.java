package health.admit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Assumptions;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One PostgreSQL server for the whole JVM, started on first use. It is migrated once;
 * each fresh database is a copy of that one.
 */
final class PostgresDatabases {

	private static final String TEMPLATE = "migrated";

	private static final AtomicInteger COUNT = new AtomicInteger();

	private PostgresDatabases() {
	}

	static TestDatabase fresh() {
		EmbeddedPostgres server = Server.running();
		String name = "admit" + COUNT.incrementAndGet();
		JdbcClient.create(server.getPostgresDatabase())
			.sql("create database " + name + " template " + TEMPLATE)
			.update();
		return new TestDatabase(server.getJdbcUrl("postgres", name), "postgres", "",
				server.getDatabase("postgres", name));
	}

	/** A database of its own language, which cannot be a copy of the migrated one. */
	static TestDatabase inEnglish() {
		EmbeddedPostgres server = Server.running();
		String name = "english" + COUNT.incrementAndGet();
		JdbcClient.create(server.getPostgresDatabase())
			.sql("create database " + name
					+ " template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-US' locale 'C'")
			.update();
		migrate(server, name);
		return new TestDatabase(server.getJdbcUrl("postgres", name), "postgres", "",
				server.getDatabase("postgres", name));
	}

	private static void migrate(EmbeddedPostgres server, String name) {
		Flyway.configure()
			.dataSource(server.getDatabase("postgres", name))
			.locations("classpath:db/migration")
			.load()
			.migrate();
	}

	private static final class Server {

		private static final Object STARTED = start();

		static EmbeddedPostgres running() {
			if (STARTED instanceof EmbeddedPostgres server) {
				return server;
			}
			String reason = "PostgreSQL cannot be started here: " + STARTED;
			if ("true".equals(System.getenv("CI"))) {
				throw new IllegalStateException(reason);
			}
			return Assumptions.abort(reason);
		}

		private static Object start() {
			try {
				EmbeddedPostgres server = EmbeddedPostgres.builder()
					.setServerConfig("listen_addresses", "127.0.0.1")
					.setServerConfig("max_connections", "300")
					.setServerConfig("fsync", "off")
					.start();
				Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
				JdbcClient.create(server.getPostgresDatabase()).sql("create database " + TEMPLATE).update();
				migrate(server, TEMPLATE);
				return server;
			}
			catch (IOException | IllegalStateException ex) {
				return ex;
			}
		}

		private static void close(EmbeddedPostgres server) {
			try {
				server.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
