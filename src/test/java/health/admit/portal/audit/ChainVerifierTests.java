package health.admit.portal.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import health.admit.portal.audit.ChainCheck.Flaw;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class ChainVerifierTests {

	private final UUID tenant = UUID.randomUUID();

	private final TestDatabase database;

	private final ChainVerifier verifier;

	ChainVerifierTests(Database database) {
		this.database = database.fresh();
		this.verifier = new ChainVerifier(new AuditRows(this.database.jdbc()));
	}

	@Test
	void anEmptyTrailIsIntact() {
		assertThat(check()).isEqualTo(ChainCheck.intact(0));
	}

	@Test
	void parallelWritersMakeOneChain() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Callable<Object>> writes = IntStream.range(0, 80)
				.<Callable<Object>>mapToObj((number) -> () -> append(number))
				.toList();
			for (var write : threads.invokeAll(writes)) {
				write.get();
			}
		}
		finally {
			threads.shutdown();
		}
		assertThat(check()).isEqualTo(ChainCheck.intact(80));
	}

	@Test
	void namesTheAlteredEntry() {
		tenEntries();
		change("update audit_event set target = 'other' where seq = 4");
		assertThat(check()).isEqualTo(ChainCheck.broken(3, 4, Flaw.ALTERED));
	}

	@Test
	void namesTheRemovedEntry() {
		tenEntries();
		change("delete from audit_event where seq = 7");
		assertThat(check()).isEqualTo(ChainCheck.broken(6, 7, Flaw.MISSING));
	}

	@Test
	void noticesARemovedEnd() {
		tenEntries();
		change("delete from audit_event where seq >= 9");
		assertThat(check()).isEqualTo(ChainCheck.broken(8, 9, Flaw.MISSING));
	}

	@Test
	void noticesAnEntryWhoseHashWasMadeToFit() {
		tenEntries();
		AuditRow row = new AuditRows(this.database.jdbc()).after(this.tenant, 3, 1).get(0);
		AuditRow forged = new AuditRow(row.tenant(), row.seq(), row.at(), UUID.randomUUID(), row.action(),
				row.operation(), row.target(), row.details(), row.previousHash(), "")
			.sealed();
		this.database.jdbc()
			.sql("update audit_event set actor = :actor, hash = :hash where seq = 4")
			.param("actor", forged.actor())
			.param("hash", forged.hash())
			.update();
		assertThat(check()).isEqualTo(ChainCheck.broken(4, 5, Flaw.UNLINKED));
	}

	private ChainCheck check() {
		return this.verifier.verify(this.tenant);
	}

	private void change(String sql) {
		this.database.jdbc().sql(sql).update();
	}

	private void tenEntries() {
		IntStream.range(0, 10).forEach(this::append);
	}

	private Object append(int number) {
		Clock clock = Clock.fixed(Instant.parse("2026-11-23T08:00:00.123456789Z"), ZoneOffset.UTC);
		this.database.transactions()
			.executeWithoutResult((status) -> AuditFixture.trail(this.database.jdbc(), clock)
				.append(new AuditEntry(this.tenant, UUID.randomUUID(), "application.create.did", null,
						"target " + number, Map.of("label", "<script>\r\n\u202E", "b", "2"))));
		return number;
	}

}
