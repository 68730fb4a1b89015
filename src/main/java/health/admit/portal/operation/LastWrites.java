package health.admit.portal.operation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import health.admit.portal.cloud.Answer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Remembers in what state the portal's last write left an application, for steps that can
 * only replace something as a whole. What they write rests on what they read, and the
 * copy of the directory that they read from may not show the last write yet: to write on
 * its word would take that write back.
 */
@Component
public class LastWrites {

	/** Message key for a step that waits for {@link #areShown}. */
	public static final String WAIT = "operation.wait.last-write";

	/** Answers of a service that certainly did nothing. A 404 may come after the work. */
	private static final Set<Integer> NOTHING_DONE = Set.of(400, 401, 403, 409, 429);

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final Clock clock;

	LastWrites(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Whether a state that was read holds everything the portal wrote: because it is the
	 * one the last write left, or because that was so long ago that every copy shows it.
	 * @param fingerprint of the state that was read
	 */
	public boolean areShown(StepCall call, String fingerprint) {
		Instant window = this.clock.instant().minus(Transitions.LAG_WINDOW);
		return last(call).filter((last) -> last.at().isAfter(window))
			.map((last) -> last.fingerprint().equals(fingerprint))
			.orElse(true);
	}

	/**
	 * Sends a write. What it would leave is remembered before, so that it is known even
	 * when the answer is lost, and counts from the answer on.
	 * @param leaves fingerprint of the state that the write leaves
	 * @param write must throw only when nothing was sent
	 * @throws IllegalStateException when the operation does not hold the application any
	 * more; nothing was sent
	 */
	public <T> Answer<T> send(StepCall call, String leaves, Supplier<Answer<T>> write) {
		Optional<Written> before = announce(call, leaves);
		Answer<T> answer;
		try {
			answer = write.get();
		}
		catch (RuntimeException ex) {
			put(call, before);
			throw ex;
		}
		put(call, didNothing(answer) ? before : Optional.of(written(call, leaves)));
		return answer;
	}

	/**
	 * Notes how a write of this operation really looks, once a copy shows it. Another
	 * operation may have written since: then this copy may not show that yet.
	 */
	public void look(StepCall call, String fingerprint) {
		last(call).filter((last) -> call.operation().value().equals(last.by()))
			.ifPresent((last) -> put(call, Optional.of(new Written(fingerprint, last.at(), last.by()))));
	}

	private Optional<Written> announce(StepCall call, String leaves) {
		return this.transactions.execute((status) -> {
			Optional<Written> before = last(call);
			if (!put(call, Optional.of(written(call, leaves)))) {
				throw new IllegalStateException("Another operation changes the application");
			}
			return before;
		});
	}

	private Optional<Written> last(StepCall call) {
		return this.jdbc.sql("""
				select written, written_at, written_by from operation_target
				where tenant = :tenant and target = :target and written is not null""")
			.param("tenant", call.delegation().tenant())
			.param("target", call.parameter(AuditEntries.APPLICATION))
			.query((row, index) -> new Written(row.getString("written"),
					row.getObject("written_at", OffsetDateTime.class).toInstant(),
					row.getObject("written_by", UUID.class)))
			.optional();
	}

	private boolean put(StepCall call, Optional<Written> written) {
		return this.jdbc.sql("""
				update operation_target set written = :written, written_at = :at, written_by = :by
				where tenant = :tenant and target = :target and holder = :operation""")
			.param("written", written.map(Written::fingerprint).orElse(null))
			.param("at", written.map((last) -> last.at().atOffset(ZoneOffset.UTC)).orElse(null))
			.param("by", written.map(Written::by).orElse(null))
			.param("tenant", call.delegation().tenant())
			.param("target", call.parameter(AuditEntries.APPLICATION))
			.param("operation", call.operation().value())
			.update() == 1;
	}

	private Written written(StepCall call, String leaves) {
		return new Written(leaves, this.clock.instant(), call.operation().value());
	}

	private static <T> boolean didNothing(Answer<T> answer) {
		return answer.fold((success) -> false, (failure) -> NOTHING_DONE.contains(failure.status()),
				(silence) -> !silence.sent());
	}

	private record Written(String fingerprint, Instant at, UUID by) {
	}

}
