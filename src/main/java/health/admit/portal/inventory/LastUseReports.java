package health.admit.portal.inventory;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.inventory.Freshness.Cause;
import health.admit.portal.inventory.Freshness.Trouble;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether Entra's report on the use of credentials could be read.
 */
@Component
public class LastUseReports {

	private final JdbcTemplate jdbc;

	LastUseReports(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The last look at the report.
	 * @return empty when nobody has looked yet
	 */
	public Optional<LastUseReport> of(UUID tenant) {
		return this.jdbc.query("select * from inventory_use where tenant = ?", (row, index) -> {
			Instant at = Objects.requireNonNull(Rows.instant(row, "read_at"));
			String cause = row.getString("trouble_cause");
			Trouble trouble = (cause != null) ? new Trouble(Cause.valueOf(cause), row.getString("trouble_code"),
					row.getString("trouble_words"), row.getString("trouble_request"), at) : null;
			return new LastUseReport(at, trouble);
		}, tenant).stream().findFirst();
	}

	/** Remembers what came of a look. Only under the tenant's lock. */
	void save(UUID tenant, Instant at, @Nullable Trouble trouble) {
		this.jdbc.update("delete from inventory_use where tenant = ?", tenant);
		this.jdbc.update("""
				insert into inventory_use (tenant, read_at, trouble_cause, trouble_code, trouble_words, trouble_request)
				values (?, ?, ?, ?, ?, ?)""", tenant, Rows.utc(at), (trouble != null) ? trouble.cause().name() : null,
				(trouble != null) ? Readings.text(trouble.code(), 200) : null,
				(trouble != null) ? Readings.text(trouble.words(), 4000) : null,
				(trouble != null) ? Readings.text(trouble.requestId(), 200) : null);
	}

}
