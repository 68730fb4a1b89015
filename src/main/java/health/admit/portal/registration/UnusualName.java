package health.admit.portal.registration;

import java.util.EnumSet;
import java.util.Set;

/**
 * What makes a name easy to mistake for another one. Entra accepts all of it. Each
 * constant has a message {@code registration.unusualName.<CONSTANT>}.
 */
enum UnusualName {

	/** Characters that are not seen, such as a zero-width joiner. */
	INVISIBLE,

	/** Characters that turn the direction of the text around. */
	DIRECTION,

	/** Letters of several scripts in one word, such as Latin and Cyrillic. */
	MIXED_SCRIPTS,

	/** Several marks on one letter. */
	STACKED_MARKS;

	private static final Set<Character.UnicodeScript> NEUTRAL = EnumSet.of(Character.UnicodeScript.COMMON,
			Character.UnicodeScript.INHERITED);

	private static final Set<Character.UnicodeScript> WRITTEN_TOGETHER = EnumSet.of(Character.UnicodeScript.HAN,
			Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA, Character.UnicodeScript.HANGUL);

	static Set<UnusualName> in(String name) {
		Set<UnusualName> found = EnumSet.noneOf(UnusualName.class);
		Set<Character.UnicodeScript> scripts = EnumSet.noneOf(Character.UnicodeScript.class);
		int marks = 0;
		for (int point : name.codePoints().toArray()) {
			int type = Character.getType(point);
			if (type == Character.FORMAT) {
				found.add(turns(point) ? DIRECTION : INVISIBLE);
			}
			boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
			marks = mark ? marks + 1 : 0;
			if (marks > 2) {
				found.add(STACKED_MARKS);
			}
			if (Character.isLetter(point)) {
				scripts.add(Character.UnicodeScript.of(point));
			}
			else if (!mark && type != Character.FORMAT) {
				mixed(scripts, found);
				scripts.clear();
			}
		}
		mixed(scripts, found);
		return found;
	}

	private static void mixed(Set<Character.UnicodeScript> scripts, Set<UnusualName> found) {
		scripts.removeAll(NEUTRAL);
		if (scripts.size() > 1 && !WRITTEN_TOGETHER.containsAll(scripts)) {
			found.add(MIXED_SCRIPTS);
		}
	}

	private static boolean turns(int point) {
		return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0x200E
				|| point == 0x200F || point == 0x061C;
	}

}
