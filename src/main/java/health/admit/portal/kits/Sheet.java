package health.admit.portal.kits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with gaps. All gaps are filled in one go, so that nothing in a value is taken
 * for a gap.
 */
final class Sheet {

	private static final Pattern GAP = Pattern.compile("<<([a-z][a-z0-9-]*)>>");

	private Sheet() {
	}

	/**
	 * Fills the gaps of a file.
	 * @param name path below {@code kits/} on the class path
	 * @param values by name of the gap, encoded for the language of the file
	 */
	static String filled(String name, Map<String, String> values) {
		Matcher matcher = GAP.matcher(read(name));
		return matcher.replaceAll((gap) -> {
			String value = values.get(gap.group(1));
			if (value == null) {
				throw new IllegalStateException("No value for " + gap.group(1) + " of " + name);
			}
			return Matcher.quoteReplacement(value);
		});
	}

	/**
	 * A file without gaps.
	 */
	static String plain(String name) {
		return filled(name, Map.of());
	}

	private static String read(String name) {
		try (InputStream stream = Sheet.class.getResourceAsStream("/kits/" + name)) {
			if (stream == null) {
				throw new IllegalStateException("There is no " + name);
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
