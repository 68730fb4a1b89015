package health.admit.portal.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Secrets in the index that carry the marker of an operation. They have a table of their
 * own, so that nobody has to look through all credentials for them.
 */
@Component
public class MarkedSecrets {

	private static final UUID FIRST = new UUID(0, 0);

	private final JdbcTemplate jdbc;

	MarkedSecrets(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those that are not known to be kept for good, in the order of their keys.
	 * @param after where to go on; null for the beginning
	 */
	public List<MarkedSecret> open(UUID tenant, @Nullable CredentialKey after, int limit) {
		CredentialKey from = (after != null) ? after : new CredentialKey(FIRST, FIRST);
		return this.jdbc.query("""
				select object_id, key_id, operation from inventory_marker
				where tenant = ? and kept = false and (object_id, key_id) > (?, ?)
				order by tenant, kept, object_id, key_id limit ?""", MarkedSecrets::marked, tenant, from.objectId(),
				from.keyId(), limit);
	}

	/**
	 * One of those, unless it is gone or kept for good.
	 */
	public Optional<MarkedSecret> find(UUID tenant, CredentialKey key) {
		return this.jdbc
			.query("""
					select object_id, key_id, operation from inventory_marker
					where tenant = ? and object_id = ? and key_id = ? and kept = false""", MarkedSecrets::marked,
					tenant, key.objectId(), key.keyId())
			.stream()
			.findFirst();
	}

	/**
	 * Remembers that their operations keep these for good. As long as their names stay as
	 * they are, nobody has to look at them again.
	 */
	public void keep(UUID tenant, Collection<MarkedSecret> secrets) {
		if (!secrets.isEmpty()) {
			this.jdbc.batchUpdate("""
					update inventory_marker set kept = true
					where tenant = ? and object_id = ? and key_id = ? and operation = ?""",
					secrets.stream()
						.map((secret) -> new Object[] { tenant, secret.key().objectId(), secret.key().keyId(),
								secret.operation() })
						.toList());
		}
	}

	private static MarkedSecret marked(ResultSet row, int index) throws SQLException {
		return new MarkedSecret(new CredentialKey(Rows.id(row, "object_id"), Rows.id(row, "key_id")),
				Rows.id(row, "operation"));
	}

}
