package health.admit.portal.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code reminder_run}: of all nodes one does the work of a day.
 */
@Repository
class ReminderRuns {

	private final JdbcClient jdbc;

	ReminderRuns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Asks whether there is work for the day, and takes it. */
	Turn take(UUID tenant, LocalDate day, Instant now) {
		int begun = this.jdbc.sql("""
				insert into reminder_run (tenant, run_day, beat_at, mails, failed)
				values (:tenant, :day, :now, 0, 0) on conflict do nothing""")
			.param("tenant", tenant)
			.param("day", day)
			.param("now", utc(now))
			.update();
		if (begun == 1 || takeOver("finished_at is null", tenant, day, now)) {
			return Turn.DAILY;
		}
		return takeOver("finished_at is not null and failed > 0", tenant, day, now) ? Turn.RETRY : Turn.NONE;
	}

	/** Says that this node still works. */
	void beat(UUID tenant, LocalDate day, Instant now) {
		this.jdbc.sql("update reminder_run set beat_at = :now where tenant = :tenant and run_day = :day")
			.param("now", utc(now))
			.param("tenant", tenant)
			.param("day", day)
			.update();
	}

	void finish(UUID tenant, LocalDate day, int mails, int failed, Instant now) {
		this.jdbc.sql("""
				update reminder_run set finished_at = :now, beat_at = :now, mails = mails + :mails, failed = :failed
				where tenant = :tenant and run_day = :day""")
			.param("now", utc(now))
			.param("mails", mails)
			.param("failed", failed)
			.param("tenant", tenant)
			.param("day", day)
			.update();
	}

	Optional<Run> last(UUID tenant) {
		return this.jdbc.sql("""
				select * from reminder_run where tenant = :tenant
				and run_day = (select max(run_day) from reminder_run where tenant = :tenant)""")
			.param("tenant", tenant)
			.query((row, number) -> {
				OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
				return new Run(row.getObject("run_day", LocalDate.class),
						(finished != null) ? finished.toInstant() : null, row.getInt("mails"), row.getInt("failed"));
			})
			.optional();
	}

	/** Deletes the days before one. */
	void forget(UUID tenant, LocalDate before) {
		this.jdbc.sql("delete from reminder_run where tenant = :tenant and run_day < :before")
			.param("tenant", tenant)
			.param("before", before)
			.update();
	}

	private boolean takeOver(String condition, UUID tenant, LocalDate day, Instant now) {
		return this.jdbc.sql("""
				update reminder_run set beat_at = :now
				where tenant = :tenant and run_day = :day and beat_at <= :stale and\s""" + condition)
			.param("now", utc(now))
			.param("tenant", tenant)
			.param("day", day)
			.param("stale", utc(now.minus(Reminders.CLAIM)))
			.update() == 1;
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * Whose turn it is.
	 */
	enum Turn {

		/** Another node works on it, or all is done. */
		NONE,

		/** Everything that has become due, or what a dead node left of it. */
		DAILY,

		/** What the mail server did not take the last time. */
		RETRY

	}

	/**
	 * A day's work.
	 *
	 * @param finishedAt null while it is under way, or its node died
	 * @param failed recipients whose mail was not taken
	 */
	record Run(LocalDate day, @Nullable Instant finishedAt, int mails, int failed) {
	}

}
