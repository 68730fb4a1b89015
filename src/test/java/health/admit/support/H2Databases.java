package health.admit.support;

import java.util.concurrent.atomic.AtomicInteger;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

final class H2Databases {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private H2Databases() {
	}

	static TestDatabase fresh() {
		String url = "jdbc:h2:mem:admit" + COUNT.incrementAndGet()
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
		JdbcConnectionPool pool = JdbcConnectionPool.create(url, "admit", "");
		pool.setMaxConnections(20);
		Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
		return new TestDatabase(url, "admit", "", pool);
	}

}
