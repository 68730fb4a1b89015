package health.admit.portal.inventory;

import java.util.UUID;

import health.admit.support.TestDatabase;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Marked secrets in a real database, for tests of what asks for them.
 */
public final class MarkedFixture {

	private final JdbcTemplate jdbc;

	public MarkedFixture(TestDatabase database) {
		this.jdbc = new JdbcTemplate(ListParts.connected(database));
	}

	public MarkedSecrets secrets() {
		return new MarkedSecrets(this.jdbc);
	}

	/** A secret whose name ends in the marker of an operation. */
	public CredentialKey put(UUID tenant, UUID operation) {
		CredentialKey key = new CredentialKey(UUID.randomUUID(), UUID.randomUUID());
		this.jdbc.update("insert into inventory_marker (tenant, object_id, key_id, operation) values (?, ?, ?, ?)",
				tenant, key.objectId(), key.keyId(), operation);
		return key;
	}

}
