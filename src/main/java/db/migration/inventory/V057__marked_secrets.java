package db.migration.inventory;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Finds the markers of secrets that the index knows already. A reading writes only what
 * has changed, so it would never come to them. A facet that 8 divides is that of a secret
 * of an application.
 */
public class V057__marked_secrets extends BaseJavaMigration {

	private static final Pattern MARKER = Pattern.compile(
			"\\badmit:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}):[0-9]{1,9}\\z",
			Pattern.CASE_INSENSITIVE);

	@Override
	public void migrate(Context context) throws SQLException {
		try (PreparedStatement named = context.getConnection().prepareStatement("""
				select tenant, object_id, key_id, description from inventory_credential
				where mod(facet, 8) = 0 and description like '%admit:%'""");
				PreparedStatement marked = context.getConnection()
					.prepareStatement(
							"insert into inventory_marker (tenant, object_id, key_id, operation) values (?, ?, ?, ?)");
				ResultSet row = named.executeQuery()) {
			while (row.next()) {
				Matcher marker = MARKER.matcher(row.getString("description"));
				if (marker.find()) {
					marked.setObject(1, row.getObject("tenant"));
					marked.setObject(2, row.getObject("object_id"));
					marked.setObject(3, row.getObject("key_id"));
					marked.setObject(4, UUID.fromString(marker.group(1)));
					marked.executeUpdate();
				}
			}
		}
	}

}
