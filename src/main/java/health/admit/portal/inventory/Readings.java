package health.admit.portal.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import health.admit.portal.inventory.Freshness.Cause;
import health.admit.portal.inventory.Freshness.Trouble;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The rows of {@link Reading}.
 */
@Component
class Readings {

	private final JdbcTemplate jdbc;

	Readings(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** The reading of a source; of one never read, an empty one. */
	Reading of(UUID tenant, Source source) {
		return this.jdbc
			.query("select * from inventory_reading where tenant = ? and source = ?", (row, index) -> reading(row),
					tenant, source.name())
			.stream()
			.findFirst()
			.orElseGet(() -> Reading.none(tenant, source));
	}

	/** Tenants that were read at some time. */
	List<UUID> tenants() {
		return this.jdbc.queryForList("select distinct tenant from inventory_reading", UUID.class);
	}

	/** Stores a reading. Only under the tenant's hold. */
	void save(Reading reading) {
		Reading.Progress progress = reading.progress();
		Reading.Known known = reading.known();
		Trouble trouble = reading.trouble();
		int updated = this.jdbc.update("""
				update inventory_reading set phase = ?, pass = ?, next_link = ?, changes_link = ?, pages = ?,
				objects_read = ?, expected = ?, removed = ?, restarts = ?, started_at = ?, looked_at = ?, full_at = ?,
				as_of = ?, gap = ?, failed = ?, objects = ?, trouble_cause = ?, trouble_code = ?, trouble_words = ?,
				trouble_request = ?, trouble_at = ?, waiting_until = ? where tenant = ? and source = ?""",
				reading.phase().name(), reading.pass(), reading.next(), reading.changes(), progress.pages(),
				progress.read(), progress.expected(), progress.removed(), progress.restarts(),
				Rows.utc(progress.startedAt()), Rows.utc(progress.lookedAt()), Rows.utc(known.fullAt()),
				Rows.utc(known.asOf()), known.gap(), known.failed(), known.objects(),
				(trouble != null) ? trouble.cause().name() : null, (trouble != null) ? text(trouble.code(), 200) : null,
				(trouble != null) ? text(trouble.words(), 4000) : null,
				(trouble != null) ? text(trouble.requestId(), 200) : null,
				(trouble != null) ? Rows.utc(trouble.at()) : null, Rows.utc(reading.waitingUntil()), reading.tenant(),
				reading.source().name());
		if (updated == 0) {
			this.jdbc.update("""
					insert into inventory_reading (tenant, source, phase, pass, pages, objects_read, expected, removed,
					restarts, gap, failed, objects) values (?, ?, 'IDLE', 0, 0, 0, 0, 0, 0, false, false, 0)""",
					reading.tenant(), reading.source().name());
			save(reading);
		}
	}

	void forget(UUID tenant, Source source) {
		this.jdbc.update("delete from inventory_reading where tenant = ? and source = ?", tenant, source.name());
	}

	static @Nullable Trouble trouble(ResultSet row) throws SQLException {
		String cause = row.getString("trouble_cause");
		Instant at = Rows.instant(row, "trouble_at");
		return (cause != null && at != null) ? new Trouble(Cause.valueOf(cause), empty(row.getString("trouble_code")),
				empty(row.getString("trouble_words")), empty(row.getString("trouble_request")), at) : null;
	}

	static String text(String text, int most) {
		return Cut.to(Cut.clean(text), most);
	}

	private static String empty(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static Reading reading(ResultSet row) throws SQLException {
		Reading.Progress progress = new Reading.Progress(row.getInt("pages"), row.getLong("objects_read"),
				row.getLong("expected"), row.getLong("removed"), row.getInt("restarts"),
				Rows.instant(row, "started_at"), Rows.instant(row, "looked_at"));
		Reading.Known known = new Reading.Known(Rows.instant(row, "full_at"), Rows.instant(row, "as_of"),
				row.getBoolean("gap"), row.getBoolean("failed"), row.getLong("objects"));
		return new Reading(Rows.id(row, "tenant"), Source.valueOf(row.getString("source")),
				Phase.valueOf(row.getString("phase")), row.getLong("pass"), row.getString("next_link"),
				row.getString("changes_link"), progress, known, trouble(row), Rows.instant(row, "waiting_until"));
	}

}
