package health.admit.sandbox.graph;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A request path below the version, in segments. The many spellings of one thing are
 * brought to one: {@code microsoft.graph.x} and {@code graph.x}, {@code delta} and
 * {@code delta()}, with and without {@code /myorganization}.
 *
 * @param segments each either a word or the value of a key
 */
record GraphPath(List<Segment> segments) {

	private static final Pattern KEYED = Pattern.compile("(\\w+)\\((\\w+)='(.*)'\\)");

	/**
	 * Takes a path apart.
	 * @param raw still percent-encoded, such as {@code /applications(appId='x')/owners}
	 */
	static GraphPath of(String raw) {
		List<Segment> segments = new ArrayList<>();
		for (String part : raw.split("/")) {
			if (part.isEmpty()) {
				continue;
			}
			String text = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
			Matcher keyed = KEYED.matcher(text);
			if (keyed.matches()) {
				segments.add(new Segment(keyed.group(1), null));
				segments.add(new Segment(keyed.group(3), new Key(keyed.group(2), keyed.group(3).replace("''", "'"))));
			}
			else {
				segments.add(new Segment(usual(text), null));
			}
		}
		if (!segments.isEmpty() && segments.get(0).text().equals("myorganization")) {
			segments.remove(0);
		}
		return new GraphPath(List.copyOf(segments));
	}

	private static String usual(String text) {
		String name = text.startsWith("microsoft.graph.") ? text.substring("microsoft.".length()) : text;
		return (name.equals("delta") || name.equals("graph.delta") || name.equals("graph.delta()")) ? "delta()" : name;
	}

	/**
	 * One segment.
	 *
	 * @param key set when the path itself says that this is a key
	 */
	record Segment(String text, @Nullable Key key) {

		Key asKey() {
			return (this.key != null) ? this.key : new Key("id", this.text);
		}

	}

}
