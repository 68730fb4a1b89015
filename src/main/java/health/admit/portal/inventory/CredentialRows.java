package health.admit.portal.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads credentials whose ids are known.
 */
@Component
class CredentialRows {

	private static final String COLUMNS = """
			select c.object_id, c.key_id, c.band, c.facet, c.description, c.hint, c.thumbprint, c.starts_at, c.ends_at,
			c.last_used_at, o.app_id, o.name
			""";

	private static final String OBJECT = "\njoin inventory_object o on o.tenant = c.tenant and o.object_id = c.object_id";

	private final JdbcClient jdbc;

	CredentialRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those of them that are still there, in the same order. */
	List<CredentialRow> of(UUID tenant, List<CredentialKey> keys) {
		if (keys.isEmpty()) {
			return List.of();
		}
		Map<CredentialKey, CredentialRow> rows = this.jdbc
			.sql(COLUMNS
					+ """
							from (select cast(? as uuid) as tenant, u.object_id, u.key_id
							from unnest(cast(? as uuid array), cast(? as uuid array)) u(object_id, key_id)) k
							join inventory_credential c on c.tenant = k.tenant and c.object_id = k.object_id and c.key_id = k.key_id"""
					+ OBJECT)
			.param(tenant)
			.param(array(keys, CredentialKey::objectId))
			.param(array(keys, CredentialKey::keyId))
			.query(CredentialRows::row)
			.list()
			.stream()
			.collect(Collectors.toMap(CredentialRow::key, Function.identity(), (one, other) -> one));
		return keys.stream().map(rows::get).filter(Objects::nonNull).toList();
	}

	/** All of an object, in the order of their ends. */
	List<CredentialRow> of(UUID tenant, UUID objectId) {
		return this.jdbc
			.sql(COLUMNS + "from inventory_credential c" + OBJECT
					+ " where c.tenant = ? and c.object_id = ? order by c.ends_at, c.key_id")
			.params(tenant, objectId)
			.query(CredentialRows::row)
			.list();
	}

	private static String[] array(Collection<CredentialKey> keys, Function<CredentialKey, UUID> id) {
		return SqlText.array(keys.stream().map(id).toList());
	}

	private static CredentialRow row(ResultSet row, int index) throws SQLException {
		Facet facet = Facet.of(row.getInt("facet"));
		Band band = Band.values()[row.getInt("band")];
		CredentialKey key = new CredentialKey(row.getObject("object_id", UUID.class),
				row.getObject("key_id", UUID.class));
		return new CredentialRow(key, facet.source(), row.getObject("app_id", UUID.class), row.getString("name"),
				facet.kind(), row.getString("description"), row.getString("hint"), row.getString("thumbprint"),
				Rows.instant(row, "starts_at"), (band != Band.NO_END) ? Rows.instant(row, "ends_at") : null, band,
				facet.covered(), facet.tooLong(), facet.owners(), facet.work(), Rows.instant(row, "last_used_at"));
	}

}
