package health.admit.portal.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads applications and service principals, and who owns them.
 */
@Component
class IndexedApplications {

	static final String COLUMNS = """
			select object_id, source, app_id, name, name_key, created_at, owner_state, owners_read_at, live_secrets
			from inventory_object\s""";

	private final JdbcClient jdbc;

	IndexedApplications(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<IndexedApplication> find(UUID tenant, UUID objectId) {
		return this.jdbc.sql(COLUMNS + "where tenant = ? and object_id = ?")
			.params(tenant, objectId)
			.query(IndexedApplications::application)
			.optional();
	}

	/** Owners by object, for those of them that were looked at. */
	Map<UUID, List<Owner>> owners(UUID tenant, Collection<UUID> objectIds) {
		Map<UUID, List<Owner>> owners = new HashMap<>();
		SqlText sql = SqlText.of("select o.object_id, w.owner_id, w.name, w.username, w.mail, w.state from ")
			.then(SqlText.objects(tenant, objectIds.stream().distinct().toList()))
			.then("""
					 join inventory_object o on o.tenant = k.tenant and o.object_id = k.object_id
					left join inventory_owner w on w.tenant = o.tenant and w.object_id = o.object_id
					where o.owners_read_at is not null order by w.name, w.owner_id""");
		this.jdbc.sql(sql.sql()).params(sql.values()).query((row) -> {
			List<Owner> known = owners.computeIfAbsent(row.getObject("object_id", UUID.class),
					(id) -> new ArrayList<>());
			owner(row).ifPresent(known::add);
		});
		return owners;
	}

	static IndexedApplication application(ResultSet row, int index) throws SQLException {
		return new IndexedApplication(row.getObject("object_id", UUID.class), Source.valueOf(row.getString("source")),
				row.getObject("app_id", UUID.class), row.getString("name"), Rows.instant(row, "created_at"),
				OwnerState.valueOf(row.getString("owner_state")), Rows.instant(row, "owners_read_at"),
				row.getInt("live_secrets"));
	}

	private static Optional<Owner> owner(ResultSet row) throws SQLException {
		UUID id = row.getObject("owner_id", UUID.class);
		return (id != null) ? Optional.of(new Owner(id, row.getString("name"), row.getString("username"),
				row.getString("mail"), OwnerState.valueOf(row.getString("state")))) : Optional.empty();
	}

}
