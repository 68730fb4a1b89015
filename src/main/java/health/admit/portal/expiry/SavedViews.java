package health.admit.portal.expiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import health.admit.portal.signin.Operator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists that people keep by name. Only what a {@link Listing} wrote itself is stored.
 */
@Repository
class SavedViews {

	static final int LONGEST_QUERY = 2000;

	/** As many as one person may keep, so that nobody fills the table. */
	static final int MOST = 50;

	private static final String OWN = " where id = :id and tenant = :tenant and owner = :owner";

	private final JdbcClient jdbc;

	private final Clock clock;

	SavedViews(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A person's own and those that are shared, by name. */
	List<SavedView> seenBy(Operator operator) {
		return this.jdbc.sql("""
				select * from saved_view where tenant = :tenant and (owner = :owner or shared)
				order by lower(name), id""")
			.param("tenant", operator.tenant())
			.param("owner", operator.objectId())
			.query(SavedViews::view)
			.list();
	}

	/**
	 * Keeps a list.
	 * @return whether there was room for it
	 */
	boolean keep(Operator operator, String name, Listing listing, boolean shared) {
		String query = listing.query();
		int own = this.jdbc.sql("select count(*) from saved_view where tenant = :tenant and owner = :owner")
			.param("tenant", operator.tenant())
			.param("owner", operator.objectId())
			.query(Integer.class)
			.single();
		if (own >= MOST || query.length() > LONGEST_QUERY) {
			return false;
		}
		this.jdbc.sql("""
				insert into saved_view (id, tenant, owner, name, query, shared, created_at)
				values (:id, :tenant, :owner, :name, :query, :shared, :now)""")
			.param("id", UUID.randomUUID())
			.param("tenant", operator.tenant())
			.param("owner", operator.objectId())
			.param("name", name)
			.param("query", query)
			.param("shared", shared)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		return true;
	}

	/** Renames a view of one's own, and shares it or not. */
	boolean change(Operator operator, UUID id, String name, boolean shared) {
		return own("update saved_view set name = :name, shared = :shared" + OWN, operator, id).param("name", name)
			.param("shared", shared)
			.update() == 1;
	}

	/** Forgets a view of one's own. */
	boolean drop(Operator operator, UUID id) {
		return own("delete from saved_view" + OWN, operator, id).update() == 1;
	}

	private JdbcClient.StatementSpec own(String sql, Operator operator, UUID id) {
		return this.jdbc.sql(sql)
			.param("id", id)
			.param("tenant", operator.tenant())
			.param("owner", operator.objectId());
	}

	private static SavedView view(ResultSet row, int index) throws SQLException {
		return new SavedView(row.getObject("id", UUID.class), row.getObject("owner", UUID.class), row.getString("name"),
				row.getString("query"), row.getBoolean("shared"));
	}

}
