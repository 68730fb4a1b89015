package health.admit.portal.inventory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Credentials that nobody seems to need, by Entra's report on their use.
 */
@Component
class UnusedCredentials {

	private static final char LIST = 'u';

	private static final String NEVER = "-";

	private final JdbcClient jdbc;

	private final CredentialRows rows;

	UnusedCredentials(JdbcClient jdbc, CredentialRows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	Optional<CredentialPage> page(UUID tenant, Instant before, Slice slice) {
		if (!reportRead(tenant)) {
			return Optional.empty();
		}
		Position from = Position.read(slice.from(), LIST).filter(UnusedCredentials::isRight).orElse(null);
		List<Place> found = new ArrayList<>();
		if (from == null || from.value().equals(NEVER)) {
			found.addAll(never(tenant, before, from, slice.size() + 1));
		}
		if (found.size() <= slice.size()) {
			Position used = (from == null || from.value().equals(NEVER)) ? null : from;
			found.addAll(longAgo(tenant, before, used, slice.size() + 1 - found.size()));
		}
		List<Place> page = found.subList(0, Math.min(slice.size(), found.size()));
		String next = (found.size() > slice.size()) ? next(page.get(page.size() - 1)).text() : null;
		return Optional
			.of(new CredentialPage(this.rows.of(tenant, page.stream().map(Place::key).toList()), next, null));
	}

	private boolean reportRead(UUID tenant) {
		return this.jdbc.sql("select count(*) from inventory_use where tenant = ? and trouble_cause is null")
			.param(tenant)
			.query(Integer.class)
			.single() > 0 || anyUse(tenant);
	}

	private boolean anyUse(UUID tenant) {
		return !this.jdbc.sql("select key_id from inventory_credential where tenant = ? and last_used_at > ? limit 1")
			.params(tenant, OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
			.query(UUID.class)
			.list()
			.isEmpty();
	}

	private List<Place> never(UUID tenant, Instant before, @Nullable Position from, int limit) {
		SqlText sql = SqlText.of(
				"""
						select object_id, key_id, last_used_at from inventory_credential where tenant = ? and last_used_at is null
						and band > 0 and (starts_at is null or starts_at < ?)""",
				tenant, time(before));
		if (from != null) {
			sql = sql.then(" and (object_id, key_id) > (?, ?)", from.objectId(), from.keyId());
		}
		return places(sql.then(" order by tenant, last_used_at, object_id, key_id limit ?", limit));
	}

	private List<Place> longAgo(UUID tenant, Instant before, @Nullable Position from, int limit) {
		SqlText sql = SqlText.of("""
				select object_id, key_id, last_used_at from inventory_credential where tenant = ? and last_used_at < ?
				and band > 0""", tenant, time(before));
		if (from != null) {
			sql = sql.then(" and (last_used_at, object_id, key_id) > (?, ?, ?)", time(Instant.parse(from.value())),
					from.objectId(), from.keyId());
		}
		return places(sql.then(" order by tenant, last_used_at, object_id, key_id limit ?", limit));
	}

	private List<Place> places(SqlText sql) {
		return this.jdbc.sql(sql.sql()).params(sql.values()).query((row, index) -> {
			Instant used = Rows.instant(row, "last_used_at");
			return new Place((used != null) ? used.toString() : NEVER, row.getObject("object_id", UUID.class),
					row.getObject("key_id", UUID.class));
		}).list();
	}

	private static Position next(Place last) {
		return new Position(LIST, false, last.value().toString(), last.objectId(), last.keyId());
	}

	private static boolean isRight(Position position) {
		if (position.value().equals(NEVER)) {
			return true;
		}
		try {
			int year = time(Instant.parse(position.value())).getYear();
			return year > 0 && year <= ListOrder.NO_END.getYear();
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
