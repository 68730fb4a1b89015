package health.admit.portal.signin;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Names in the table {@code person}.
 */
@Repository
class StoredPeople implements People {

	/** As long as Entra lets a display name be. */
	private static final int LONGEST_NAME = 256;

	private final JdbcClient jdbc;

	StoredPeople(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<UUID, Person> seenBy(Operator reader, Collection<UUID> objectIds) {
		Set<UUID> ids = Set.copyOf(objectIds);
		Map<UUID, String> names = ids.isEmpty() ? Map.of() : names(reader.tenant(), ids);
		return ids.stream()
			.collect(Collectors.toMap(Function.identity(), (id) -> Person.of(id, names.get(id), reader)));
	}

	@Override
	public void remember(Operator operator) {
		if (!change("update person set name = :name where tenant = :tenant and object_id = :id", operator)) {
			change("insert into person (tenant, object_id, name) values (:tenant, :id, :name) on conflict do nothing",
					operator);
		}
	}

	private boolean change(String sql, Operator operator) {
		return this.jdbc.sql(sql)
			.param("tenant", operator.tenant())
			.param("id", operator.objectId())
			.param("name", storable(operator.displayName()))
			.update() == 1;
	}

	private Map<UUID, String> names(UUID tenant, Set<UUID> ids) {
		Map<UUID, String> names = new HashMap<>();
		this.jdbc.sql("select object_id, name from person where tenant = :tenant and object_id in (:ids)")
			.param("tenant", tenant)
			.param("ids", ids)
			.query((row) -> {
				names.put(row.getObject("object_id", UUID.class), row.getString("name"));
			});
		return names;
	}

	/** Without the character that a database refuses. */
	private static String storable(String name) {
		String clean = name.replace("\u0000", "");
		return clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
	}

}
