package health.admit.portal.azure;

import java.util.Optional;
import java.util.UUID;

/**
 * Reads GUIDs, which Azure writes in full or at the end of a longer id.
 */
final class Ids {

	private Ids() {
	}

	static Optional<UUID> uuid(String text) {
		return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? Optional.of(UUID.fromString(text))
				: Optional.empty();
	}

	/** The GUID after the last slash. */
	static Optional<UUID> last(String id) {
		return uuid(id.substring(id.lastIndexOf('/') + 1));
	}

}
