package health.admit.portal.directory;

import org.jspecify.annotations.Nullable;

/**
 * An answer of Graph lacks what it must have, such as an id.
 */
final class MalformedAnswer extends RuntimeException {

	MalformedAnswer(String missing) {
		super("Answer without " + missing);
	}

	static <T> T require(@Nullable T value, String what) {
		if (value == null) {
			throw new MalformedAnswer(what);
		}
		return value;
	}

}
