package health.admit.portal.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What somebody typed to search for: an id, or words of which each is the beginning of a
 * word of the name or of an owner.
 */
record TextQuery(Optional<UUID> id, List<String> words, boolean empty) {

	static final TextQuery NONE = new TextQuery(Optional.empty(), List.of(), true);

	private static final Pattern ID = Pattern
		.compile("\\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\}?");

	/** Nobody types more than this; a name has fewer. */
	private static final int LONGEST = 1000;

	static TextQuery of(String text) {
		String typed = text.substring(0, Math.min(LONGEST, text.length())).strip();
		var id = ID.matcher(typed.toLowerCase(Locale.ROOT));
		if (id.matches()) {
			return new TextQuery(Optional.of(UUID.fromString(id.group(1))), List.of(), false);
		}
		List<String> words = Words.of(typed).stream().sorted().toList();
		return new TextQuery(Optional.empty(),
				words.stream().filter((word) -> words.stream().noneMatch((other) -> isMore(other, word))).toList(),
				text.isEmpty());
	}

	static TextQuery ofWord(String word) {
		return new TextQuery(Optional.empty(), List.of(word), false);
	}

	/** Something was typed that no word can be made of. */
	boolean findsNothing() {
		return !this.empty && this.id.isEmpty() && this.words.isEmpty();
	}

	/**
	 * The condition of the credentials it finds. "offset 0" makes PostgreSQL ask row by
	 * row, and not read everything that a common word leads to.
	 * @param alias of a row with object and key id, with its point
	 */
	SqlText matching(UUID tenant, String alias) {
		if (this.id.isPresent()) {
			UUID wanted = this.id.get();
			return SqlText.of(" and (" + alias + "key_id = ? or " + alias + "object_id = ? or exists (select 1 from "
					+ "inventory_object i where i.tenant = ? and i.object_id = " + alias
					+ "object_id and i.app_id = ?))", wanted, wanted, tenant, wanted);
		}
		SqlText all = SqlText.NOTHING;
		for (String word : this.words) {
			all = all.then(" and exists (select 1 from inventory_word w where w.tenant = ? and w.object_id = " + alias
					+ "object_id and w.word >= ? and w.word < ? offset 0)", tenant, word, bound(word));
		}
		return all;
	}

	/**
	 * The first text after all that begin with a word: its last character replaced by the
	 * next one.
	 */
	static String bound(String word) {
		int last = word.codePointBefore(word.length());
		String start = word.substring(0, word.length() - Character.charCount(last));
		return start
				+ Character.toString((last == Character.MIN_SURROGATE - 1) ? Character.MAX_SURROGATE + 1 : last + 1);
	}

	private static boolean isMore(String other, String word) {
		return other.length() > word.length() && other.startsWith(word);
	}

}
