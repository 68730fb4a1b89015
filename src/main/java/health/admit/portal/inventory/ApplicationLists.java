package health.admit.portal.inventory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists of applications for the view on policy.
 */
@Component
class ApplicationLists {

	private static final char WITHOUT_OWNER = 'o';

	private static final char MANY_SECRETS = 's';

	private static final int SECRETS = 2;

	private final JdbcClient jdbc;

	ApplicationLists(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	ApplicationPage withoutOwner(UUID tenant, Slice slice) {
		SqlText sql = SqlText.of(IndexedApplications.COLUMNS + "where tenant = ? and owner_state = 'NONE'", tenant);
		Optional<Position> from = Position.read(slice.from(), WITHOUT_OWNER);
		if (from.isPresent()) {
			sql = sql.then(" and (name_key, object_id) > (?, ?)", from.get().value(), from.get().objectId());
		}
		return page(sql.then(" order by tenant, owner_state, name_key, object_id limit ?", slice.size() + 1),
				WITHOUT_OWNER, slice.size());
	}

	long countOwned(UUID tenant, OwnerState owners) {
		return this.jdbc.sql("select count(*) from inventory_object where tenant = ? and owner_state = ?")
			.params(tenant, owners.name())
			.query(Long.class)
			.single();
	}

	ApplicationPage withManySecrets(UUID tenant, Slice slice) {
		SqlText sql = SqlText.of(IndexedApplications.COLUMNS + "where tenant = ? and live_secrets > ?", tenant,
				SECRETS);
		Optional<Position> from = Position.read(slice.from(), MANY_SECRETS).filter((position) -> secrets(position) > 0);
		if (from.isPresent()) {
			int secrets = secrets(from.get());
			String name = from.get().value().substring(from.get().value().indexOf(':') + 1);
			sql = sql.then(" and live_secrets <= ? and (live_secrets < ? or (name_key, object_id) > (?, ?))", secrets,
					secrets, name, from.get().objectId());
		}
		return page(sql.then(" order by tenant, live_secrets desc, name_key, object_id limit ?", slice.size() + 1),
				MANY_SECRETS, slice.size());
	}

	long countWithManySecrets(UUID tenant) {
		return this.jdbc.sql("select count(*) from inventory_object where tenant = ? and live_secrets > ?")
			.params(tenant, SECRETS)
			.query(Long.class)
			.single();
	}

	private ApplicationPage page(SqlText sql, char list, int size) {
		List<Line> lines = this.jdbc.sql(sql.sql())
			.params(sql.values())
			.query((row, index) -> new Line(IndexedApplications.application(row, index), row.getString("name_key")))
			.list();
		List<Line> page = lines.subList(0, Math.min(size, lines.size()));
		String next = (lines.size() > size) ? page.get(size - 1).position(list).text() : null;
		return new ApplicationPage(page.stream().map(Line::application).toList(), next);
	}

	/** 0 for a position that says something else. */
	private static int secrets(Position position) {
		int colon = position.value().indexOf(':');
		try {
			return Math.max(0, Integer.parseInt(position.value().substring(0, Math.max(0, colon))));
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	private record Line(IndexedApplication application, String nameKey) {

		Position position(char list) {
			String value = (list == MANY_SECRETS) ? this.application.liveSecrets() + ":" + this.nameKey : this.nameKey;
			return new Position(list, value, this.application.objectId());
		}

	}

}
