package health.admit.portal.operation;

import com.zaxxer.hikari.HikariDataSource;
import health.admit.support.Database;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class SilentTransactionsTests {

	@Test
	void postgresqlEndsThemLongBeforeALeaseRunsOut() {
		try (HikariDataSource pool = pool(Database.POSTGRESQL)) {
			assertThat(text(pool, "show idle_in_transaction_session_timeout")).isEqualTo("15s");
		}
	}

	@Test
	void whatTheOperatorWantsDoneFirstIsDoneToo() {
		try (HikariDataSource pool = pool(Database.POSTGRESQL)) {
			pool.setConnectionInitSql("set application_name = 'ward'");
			new SilentTransactions().postProcessBeforeInitialization(pool, "dataSource");
			assertThat(text(pool, "show application_name")).isEqualTo("ward");
			assertThat(text(pool, "show idle_in_transaction_session_timeout")).isEqualTo("15s");
		}
	}

	@Test
	void embeddedDatabaseDiesWithItsPortalAndNeedsNoLimit() {
		try (HikariDataSource pool = pool(Database.H2)) {
			assertThat(text(pool, "select 'works'")).isEqualTo("works");
		}
	}

	private static HikariDataSource pool(Database kind) {
		TestDatabase database = kind.fresh();
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(database.url());
		pool.setUsername(database.username());
		pool.setPassword(database.password());
		pool.setMaximumPoolSize(1);
		new SilentTransactions().postProcessBeforeInitialization(pool, "dataSource");
		return pool;
	}

	private static String text(HikariDataSource pool, String sql) {
		return JdbcClient.create(pool).sql(sql).query(String.class).single();
	}

}
