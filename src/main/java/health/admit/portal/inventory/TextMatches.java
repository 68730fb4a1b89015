package health.admit.portal.inventory;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the objects that a text leads to, through the index of words.
 */
@Component
class TextMatches {

	private final JdbcClient jdbc;

	TextMatches(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many hits each word has, counted up to a limit. */
	Hits hits(UUID tenant, TextQuery text, int limit) {
		return text.words()
			.stream()
			.map((word) -> new Hits(word, hits(tenant, word, limit)))
			.min(Comparator.comparing(Hits::count))
			.orElseThrow();
	}

	/** All objects that an id leads to. */
	List<UUID> byId(UUID tenant, UUID id) {
		return this.jdbc.sql("""
				select object_id from inventory_object where tenant = ? and object_id = ?
				union select object_id from inventory_object where tenant = ? and app_id = ?
				union select object_id from inventory_credential where tenant = ? and key_id = ?""")
			.params(tenant, id, tenant, id, tenant, id)
			.query(UUID.class)
			.list();
	}

	/**
	 * The objects that have all words. They are read first and joined afterwards: from
	 * one statement for both the databases tend to begin with the credentials.
	 * @param rarest the word to begin with
	 */
	List<UUID> objects(UUID tenant, TextQuery text, String rarest) {
		SqlText sql = text.objects(tenant, rarest);
		return this.jdbc.sql(sql.sql()).params(sql.values()).query(UUID.class).list();
	}

	private int hits(UUID tenant, String word, int limit) {
		return this.jdbc.sql("""
				select count(*) from (select object_id from inventory_word
				where tenant = ? and word >= ? and word < ? limit ?) h""")
			.params(tenant, word, TextQuery.bound(word), limit)
			.query(Integer.class)
			.single();
	}

	/** The rarest word of a text, and how often it occurs at most. */
	record Hits(String rarest, int count) {
	}

}
