package db.migration.inventory;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Lets PostgreSQL compare names and words byte by byte in a database of any language.
 * Otherwise the words between a beginning and the next one are not those that begin so,
 * and names tie that are not alike. H2 always compares so, and has no words for it.
 */
public class V054__order_of_bytes extends BaseJavaMigration {

	private static final List<String> CHANGES = List.of(
			"alter table inventory_word alter column word type varchar(40) collate \"C\"",
			"alter table inventory_object alter column name_key type varchar(64) collate \"C\"",
			"alter table inventory_credential alter column name_key type varchar(64) collate \"C\"");

	@Override
	public void migrate(Context context) throws SQLException {
		if (!context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
			return;
		}
		try (Statement statement = context.getConnection().createStatement()) {
			for (String change : CHANGES) {
				statement.execute(change);
			}
		}
	}

}
