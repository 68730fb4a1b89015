package health.admit.portal.inventory;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import health.admit.support.Database;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

class HoldsTests {

	private static final UUID TENANT = new UUID(1, 1);

	private final TestDatabase database = Database.H2.fresh();

	private final JdbcTemplate jdbc = new JdbcTemplate(this.database.dataSource());

	/** A page of a very large tenant may take longer to write than H2 waits for a row. */
	@Test
	void whoeverWritesWaitsForAPageThatTakesLong() throws Exception {
		this.jdbc.execute("set default_lock_timeout 50");
		CountDownLatch writing = new CountDownLatch(1);
		CountDownLatch triedAgain = new CountDownLatch(1);
		AtomicInteger tries = new AtomicInteger();
		Holds page = holds(this.database.transactions());
		Holds claim = holds(new TransactionOperations() {
			@Override
			public <T> T execute(TransactionCallback<T> action) {
				if (tries.incrementAndGet() > 1) {
					triedAgain.countDown();
				}
				return HoldsTests.this.database.transactions().execute(action);
			}
		});
		ExecutorService executor = Executors.newFixedThreadPool(2);
		try {
			Future<String> written = executor.submit(() -> page.locked(TENANT, () -> {
				writing.countDown();
				await(triedAgain);
				return "page";
			}));
			await(writing);
			Future<String> claimed = executor.submit(() -> claim.locked(TENANT, () -> "claim"));
			assertThat(claimed.get(1, TimeUnit.MINUTES)).isEqualTo("claim");
			assertThat(written.get(1, TimeUnit.MINUTES)).isEqualTo("page");
		}
		finally {
			triedAgain.countDown();
			executor.shutdownNow();
		}
	}

	private Holds holds(TransactionOperations transactions) {
		return new Holds(this.jdbc, transactions, IndexWorld.SETTINGS, Clock.systemUTC());
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
