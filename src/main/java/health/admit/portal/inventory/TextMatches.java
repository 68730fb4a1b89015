package health.admit.portal.inventory;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the objects that a text leads to, through the index of words.
 */
@Component
class TextMatches {

	/** Most texts of several words hold one that is no more common than this. */
	private static final int RARE = 500;

	/** Hits of a word are counted so far to find the rarest one. */
	private static final int COUNTED = 12_000;

	/** To ask whether an object has a word takes as long as reading so many hits. */
	private static final int ASKED = 10;

	private final JdbcClient jdbc;

	TextMatches(JdbcClient jdbc) {
		this.jdbc = jdbc;
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
	 * All objects that have all words and may have a credential that fits. They are read
	 * first and joined afterwards: from one statement for both the databases tend to
	 * begin with the credentials.
	 */
	Set<UUID> objects(UUID tenant, TextQuery text, CredentialFilter filter) {
		return objects(tenant, text, filter, Integer.MAX_VALUE).orElseThrow();
	}

	/**
	 * The same.
	 * @return empty when the rarest word has so many hits, or more
	 */
	Optional<Set<UUID>> objects(UUID tenant, TextQuery text, CredentialFilter filter, int limit) {
		if (text.words().size() == 1) {
			return having(tenant, text.words().get(0), filter, limit);
		}
		List<Hits> hits = hits(tenant, text);
		Optional<Set<UUID>> objects = having(tenant, hits.get(0).word(), filter, limit);
		for (Hits other : hits.subList(1, hits.size())) {
			objects = objects.map((some) -> among(tenant, some, other.word(), filter));
		}
		return objects;
	}

	/** Those of some objects that have all words. */
	Set<UUID> among(UUID tenant, TextQuery text, Set<UUID> objects) {
		SqlText sql = SqlText.of("select k.object_id from ")
			.then(SqlText.objects(tenant, objects))
			.then(" where 1 = 1")
			.then(text.matching(tenant, "k."));
		return new HashSet<>(this.jdbc.sql(sql.sql()).params(sql.values()).query(UUID.class).list());
	}

	private Set<UUID> among(UUID tenant, Set<UUID> objects, String word, CredentialFilter filter) {
		if (objects.isEmpty()) {
			return objects;
		}
		Optional<Set<UUID>> all = having(tenant, word, filter, ASKED * objects.size());
		all.ifPresent((some) -> some.retainAll(objects));
		return all.orElseGet(() -> among(tenant, TextQuery.ofWord(word), objects));
	}

	private Optional<Set<UUID>> having(UUID tenant, String word, CredentialFilter filter, int limit) {
		List<UUID> hits = this.jdbc
			.sql("select object_id from inventory_word where tenant = ? and word >= ? and word < ? and "
					+ Traits.fitting(filter, "traits") + " limit ?")
			.params(tenant, word, TextQuery.bound(word), limit)
			.query(UUID.class)
			.list();
		// An object has a word twice when an owner is called like it.
		return (hits.size() < limit) ? Optional.of(new HashSet<>(hits)) : Optional.empty();
	}

	/** How often each word occurs, the rarest first. */
	private List<Hits> hits(UUID tenant, TextQuery text) {
		List<Hits> hits = hits(tenant, text, RARE);
		return (hits.get(0).count() < RARE) ? hits : hits(tenant, text, COUNTED);
	}

	private List<Hits> hits(UUID tenant, TextQuery text, int limit) {
		return text.words()
			.stream()
			.map((word) -> new Hits(word, hits(tenant, word, limit)))
			.sorted(Comparator.comparing(Hits::count))
			.toList();
	}

	private int hits(UUID tenant, String word, int limit) {
		return this.jdbc.sql("""
				select count(*) from (select object_id from inventory_word
				where tenant = ? and word >= ? and word < ? limit ?) h""")
			.params(tenant, word, TextQuery.bound(word), limit)
			.query(Integer.class)
			.single();
	}

	/** How often a word occurs, as far as it was counted. */
	private record Hits(String word, int count) {
	}

}
