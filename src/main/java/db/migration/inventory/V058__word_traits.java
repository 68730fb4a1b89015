package db.migration.inventory;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Puts beside each word what the credentials of its object have, as bits of one number,
 * and in place of the primary key an index that holds all a search reads. The databases
 * call a primary key without a name differently.
 */
public class V058__word_traits extends BaseJavaMigration {

	/** From the digits of the facet, as they were when this was written. */
	private static final String FILL = """
			update inventory_word set traits = coalesce((
			select bit_or(cast(power(2, c.band) + power(2, 7 + mod(c.facet, 4)) + power(2, 11 + mod(c.facet / 4, 2))
			+ power(2, 13 + mod(c.facet / 8, 2)) + power(2, 15 + mod(c.facet / 16, 2))
			+ power(2, 17 + mod(c.facet / 32, 8)) + power(2, 25 + c.facet / 256) as integer))
			from inventory_credential c
			where c.tenant = inventory_word.tenant and c.object_id = inventory_word.object_id), 0)""";

	@Override
	public void migrate(Context context) throws SQLException {
		boolean postgres = context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL");
		String key = postgres ? "constraint inventory_word_pkey" : "primary key";
		try (Statement statement = context.getConnection().createStatement()) {
			for (String change : List.of("alter table inventory_word add column traits integer default 0 not null",
					FILL, "alter table inventory_word drop " + key,
					"create index inventory_word_traits on inventory_word (tenant, word, traits, object_id)")) {
				statement.execute(change);
			}
		}
	}

}
