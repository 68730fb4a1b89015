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

	/**
	 * The rows of all of these selections.
	 */
	static SqlText union(List<SqlText> selections) {
		List<Object> all = new ArrayList<>();
		selections.forEach((selection) -> all.addAll(selection.values));
		return new SqlText(selections.stream()
			.map((selection) -> "(" + selection.sql + ")")
			.collect(Collectors.joining("\nunion all ")), all);
	}

	/**
	 * Numbers of our own making as a list. They stand in the text, so that the database
	 * sees how many they are.
	 */
	static String list(Collection<Integer> numbers) {
		return numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
	}

	/**
	 * The value of {@code unnest(cast(? as uuid array))}. H2 finds no index for an
	 * {@code in} on a second column, but does for a join.
	 */
	static String[] array(Collection<UUID> ids) {
		return ids.stream().map(UUID::toString).toArray(String[]::new);
	}

}
