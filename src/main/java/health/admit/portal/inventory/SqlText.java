package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A piece of a statement with the values of its question marks, in order.
 */
record SqlText(String sql, List<Object> values) {

	static final SqlText NOTHING = of("");

	SqlText {
		values = List.copyOf(values);
	}

	static SqlText of(String sql, Object... values) {
		return new SqlText(sql, Arrays.asList(values));
	}

	SqlText then(SqlText more) {
		List<Object> all = new ArrayList<>(this.values);
		all.addAll(more.values);
		return new SqlText(this.sql + more.sql, all);
	}

	SqlText then(String more, Object... with) {
		return then(of(more, with));
	}

	/** One after the other, with something between them. */
	static SqlText joined(List<SqlText> texts, String between) {
		List<Object> all = new ArrayList<>();
		texts.forEach((text) -> all.addAll(text.values));
		return new SqlText(texts.stream().map(SqlText::sql).collect(Collectors.joining(between)), all);
	}

	/**
	 * The rows of all of these selections, each of which has an order and a limit.
	 */
	static SqlText union(List<SqlText> selections) {
		return joined(selections.stream()
			.map((selection) -> new SqlText("(" + selection.sql + ")", selection.values))
			.toList(), "\nunion all ");
	}

	/**
	 * Numbers of our own making as a list. They stand in the text, so that the database
	 * sees how many they are.
	 */
	static String list(Collection<Integer> numbers) {
		return numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
	}

	/**
	 * A table {@code k} of the tenant and the ids of some objects, to be joined by both.
	 * H2 finds no index for an {@code in} on a second column, but does for a join; and
	 * where the tenant comes from this table it cannot begin with everything the tenant
	 * has.
	 */
	static SqlText objects(UUID tenant, Collection<UUID> ids) {
		return of("(select cast(? as uuid) as tenant, u.id as object_id from unnest(cast(? as uuid array)) u(id)) k",
				tenant, array(ids));
	}

	/** The value of {@code unnest(cast(? as uuid array))}. */
	static String[] array(Collection<UUID> ids) {
		return ids.stream().map(UUID::toString).toArray(String[]::new);
	}

}
