package health.admit.portal.applications;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what can make the name of an application look like another one. Anybody in the
 * tenant may register an application, so a name proves nothing; these are the tricks that
 * even a careful reader cannot see.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/">Unicode Security Mechanisms</a>
 */
final class NameCheck {

	private static final Pattern DIRECTION = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

	private static final Pattern EMOJI_JOINER = Pattern.compile("([\\p{So}\\p{Sk}\\uFE0F])\\u200D(?=\\p{So})");

	/**
	 * Format characters, controls, private and unassigned code points, fillers that print
	 * nothing, and spaces other than the usual one.
	 */
	private static final Pattern INVISIBLE = Pattern.compile("(?![\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069])"
			+ "[\\p{Cf}\\p{Cc}\\p{Co}\\p{Cn}\\p{Cs}\\u034F\\u115F\\u1160\\u2800\\u3164\\uFFA0\\uFE00-\\uFE0D"
			+ "\\x{E0100}-\\x{E01EF}[\\p{Z}&&[^ ]]]|^ | $| {2}");

	private static final Pattern STACKED = Pattern.compile("[\\p{Mn}\\p{Me}&&[^\\uFE0E\\uFE0F]]{4,}");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

	private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

	/** Cyrillic and Greek letters that look like Latin ones in most typefaces. */
	private static final Pattern LOOKALIKE = Pattern.compile("[АВЕКМНОРСТУХІЈЅаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοικνυ]{2,}");

	private static final Set<Set<UnicodeScript>> TOGETHER = Set.of(
			Set.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
			Set.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
			Set.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

	private NameCheck() {
	}

	/**
	 * The warnings for a name; empty for an ordinary one.
	 */
	static Set<NameWarning> warnings(String name) {
		Set<NameWarning> warnings = EnumSet.noneOf(NameWarning.class);
		addIf(warnings, DIRECTION.matcher(name).find(), NameWarning.DIRECTION);
		addIf(warnings, INVISIBLE.matcher(EMOJI_JOINER.matcher(name).replaceAll("$1")).find(), NameWarning.INVISIBLE);
		addIf(warnings, STACKED.matcher(name).find(), NameWarning.STACKED_MARKS);
		boolean latin = LATIN.matcher(name).find();
		for (Matcher word = WORD.matcher(name); word.find();) {
			addIf(warnings, isMixed(word.group()), NameWarning.MIXED_SCRIPTS);
			addIf(warnings, latin && LOOKALIKE.matcher(word.group()).matches(), NameWarning.LOOKALIKE);
		}
		return warnings;
	}

	private static boolean isMixed(String word) {
		Set<UnicodeScript> scripts = word.codePoints()
			.mapToObj(UnicodeScript::of)
			.filter((script) -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
			.collect(Collectors.toSet());
		return scripts.size() > 1 && TOGETHER.stream().noneMatch((together) -> together.containsAll(scripts));
	}

	private static void addIf(Set<NameWarning> warnings, boolean found, NameWarning warning) {
		if (found) {
			warnings.add(warning);
		}
	}

}
