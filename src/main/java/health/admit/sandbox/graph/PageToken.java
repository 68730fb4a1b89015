package health.admit.sandbox.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a list begins.
 *
 * @param position of a list in order of creation the number of the last object; of a
 * sorted list how many objects came before
 */
record PageToken(int position) {

	private static final String PREFIX = "page:";

	static PageToken read(@Nullable String token, int start) {
		if (token == null) {
			return new PageToken(start);
		}
		try {
			String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
			if (text.startsWith(PREFIX)) {
				return new PageToken(Integer.parseInt(text.substring(PREFIX.length())));
			}
		}
		catch (IllegalArgumentException ex) {
			// Any text that is no token of ours is answered the same way.
		}
		throw GraphProblem.of(400, "Directory_ExpiredPageToken",
				"The specified page token value has expired and can no longer be included in the request.");
	}

	String write() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((PREFIX + this.position).getBytes(StandardCharsets.UTF_8));
	}

}
