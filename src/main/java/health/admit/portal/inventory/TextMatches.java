package health.admit.portal.inventory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the objects that a text leads to, through the index of words.
 */
@Component
class TextMatches {

	private static final int MANY = 5000;

	private final JdbcClient jdbc;

	TextMatches(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All of them, however many. */
	List<UUID> all(UUID tenant, TextQuery text) {
		return text.id().map((id) -> byId(tenant, id)).orElseGet(() -> byWords(tenant, text));
	}

	/**
	 * All of them when they are few.
	 * @return empty when there may be more than this
	 */
	Optional<List<UUID>> few(UUID tenant, TextQuery text, int most) {
		if (text.id().isEmpty() && hits(tenant, text, most) > most) {
			return Optional.empty();
		}
		return Optional.of(all(tenant, text));
	}

	/**
	 * At most so many objects there are, counted up to a limit.
	 */
	int hits(UUID tenant, TextQuery text, int limit) {
		return text.words().stream().mapToInt((word) -> hits(tenant, word, limit)).min().orElse(0);
	}

	private int hits(UUID tenant, String word, int limit) {
		return this.jdbc.sql("""
				select count(*) from (select object_id from inventory_word
				where tenant = ? and word >= ? and word < ? limit ?) h""")
			.params(tenant, word, TextQuery.bound(word), limit + 1)
			.query(Integer.class)
			.single();
	}

	private List<UUID> byId(UUID tenant, UUID id) {
		return this.jdbc.sql("""
				select object_id from inventory_object where tenant = ? and object_id = ?
				union select object_id from inventory_object where tenant = ? and app_id = ?
				union select object_id from inventory_credential where tenant = ? and key_id = ?""")
			.params(tenant, id, tenant, id, tenant, id)
			.query(UUID.class)
			.list();
	}

	private List<UUID> byWords(UUID tenant, TextQuery text) {
		String rarest = rarest(tenant, text.words());
		List<String> others = text.words().stream().filter((word) -> !word.equals(rarest)).toList();
		SqlText sql = SqlText
			.of("select distinct c.object_id from inventory_word c where c.tenant = ? and c.word >= ? and c.word < ?",
					tenant, rarest, TextQuery.bound(rarest))
			.then(new TextQuery(Optional.empty(), others, false).matching(tenant, "c."));
		return this.jdbc.sql(sql.sql()).params(sql.values()).query(UUID.class).list();
	}

	private String rarest(UUID tenant, List<String> words) {
		if (words.size() == 1) {
			return words.get(0);
		}
		Map<String, Integer> hits = words.stream()
			.collect(Collectors.toMap(Function.identity(), (word) -> hits(tenant, word, MANY)));
		return words.stream().min(Comparator.comparing(hits::get)).orElseThrow();
	}

}
