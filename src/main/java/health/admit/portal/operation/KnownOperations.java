package health.admit.portal.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.operation.OperationState.Phase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks many operations up by ids that come from elsewhere.
 */
@Component
public class KnownOperations {

	private static final int SOME = 500;

	private final JdbcClient jdbc;

	KnownOperations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those of them that the journal of this tenant knows.
	 */
	public Map<OperationId, KnownOperation> of(UUID tenant, Collection<OperationId> ids) {
		List<UUID> all = ids.stream().map(OperationId::value).distinct().toList();
		Map<OperationId, KnownOperation> known = new HashMap<>();
		for (int from = 0; from < all.size(); from += SOME) {
			List<UUID> some = new ArrayList<>(all.subList(from, Math.min(from + SOME, all.size())));
			this.jdbc.sql("""
					select id, plan, phase, facts, changed_at from operation
					where id in (:ids) and tenant = :tenant""")
				.param("ids", some)
				.param("tenant", tenant)
				.query(KnownOperations::operation)
				.list()
				.forEach((operation) -> known.put(operation.id(), operation));
		}
		return known;
	}

	private static KnownOperation operation(ResultSet row, int index) throws SQLException {
		Plan plan = OperationJson.plan(row.getString("plan"));
		return new KnownOperation(new OperationId(row.getObject("id", UUID.class)), plan.kind(), plan.title(),
				Phase.valueOf(row.getString("phase")), OperationJson.facts(row.getString("facts")),
				row.getObject("changed_at", OffsetDateTime.class).toInstant());
	}

}
