package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Owners in the index.
 */
@Component
class OwnerStore {

	private final JdbcTemplate jdbc;

	private final Holds holds;

	private final Index index;

	OwnerStore(JdbcTemplate jdbc, Holds holds, Index index) {
		this.jdbc = jdbc;
		this.holds = holds;
		this.index = index;
	}

	/** Owners as last read. */
	Map<UUID, List<Owner>> of(UUID tenant, Collection<UUID> objectIds) {
		Map<UUID, List<Owner>> owners = new HashMap<>();
		Rows.read(this.jdbc, "inventory_owner", tenant, objectIds, "t.object_id, t.owner_id",
				(row) -> owners.computeIfAbsent(Rows.id(row, "object_id"), (id) -> new ArrayList<>())
					.add(new Owner(Rows.id(row, "owner_id"), row.getString("name"), row.getString("username"),
							row.getString("mail"), OwnerState.valueOf(row.getString("state")))));
		return owners;
	}

	Map<UUID, OwnerState> states(UUID tenant, Collection<UUID> objectIds) {
		Map<UUID, OwnerState> states = new HashMap<>();
		Rows.read(this.jdbc, "inventory_object", tenant, objectIds, "t.object_id",
				(row) -> states.put(Rows.id(row, "object_id"), OwnerState.valueOf(row.getString("owner_state"))));
		return states;
	}

	/**
	 * Writes what was found out, in one transaction.
	 * @param people whether whoever read it may read people
	 */
	void write(UUID tenant, Map<UUID, Ownership> found, boolean people) {
		this.holds.locked(tenant, () -> {
			this.index.owned(tenant, found, people);
			return found;
		});
	}

}
