package health.admit.portal.strays;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.operation.OperationId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers which operation was last asked to remove which secret.
 */
@Component
class StrayRemovals {

	private final JdbcClient jdbc;

	StrayRemovals(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The operations by secret, for those that somebody has asked to remove.
	 */
	Map<CredentialKey, OperationId> of(UUID tenant, Collection<CredentialKey> keys) {
		Map<CredentialKey, OperationId> found = new HashMap<>();
		if (keys.isEmpty()) {
			return found;
		}
		List<UUID> objects = new ArrayList<>(keys.stream().map(CredentialKey::objectId).distinct().toList());
		this.jdbc.sql("""
				select object_id, key_id, operation from stray_removal
				where tenant = :tenant and object_id in (:objects)""")
			.param("tenant", tenant)
			.param("objects", objects)
			.query((row) -> {
				found.put(
						new CredentialKey(row.getObject("object_id", UUID.class), row.getObject("key_id", UUID.class)),
						new OperationId(row.getObject("operation", UUID.class)));
			});
		found.keySet().retainAll(keys);
		return found;
	}

	/**
	 * Remembers it. Within the transaction that starts the operation.
	 */
	void put(UUID tenant, CredentialKey key, OperationId operation) {
		this.jdbc.sql("delete from stray_removal where tenant = ? and object_id = ? and key_id = ?")
			.params(tenant, key.objectId(), key.keyId())
			.update();
		this.jdbc.sql("""
				insert into stray_removal (tenant, object_id, key_id, operation) values (?, ?, ?, ?)
				on conflict do nothing""").params(tenant, key.objectId(), key.keyId(), operation.value()).update();
	}

}
