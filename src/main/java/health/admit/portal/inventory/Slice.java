package health.admit.portal.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Which part of an ordered list.
 *
 * @param from a {@link CredentialPage#next()} or {@link CredentialPage#previous()}; null
 * for the beginning. Anything else reads as the beginning
 * @param size rows, 1 to 500
 */
public record Slice(@Nullable String from, int size) {

	private static final int MOST = 500;

	public Slice {
		if (size < 1 || size > MOST) {
			throw new IllegalArgumentException("size must be between 1 and " + MOST);
		}
	}

}
