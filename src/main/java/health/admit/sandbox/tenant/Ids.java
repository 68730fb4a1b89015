package health.admit.sandbox.tenant;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Ids that follow from what an object is about: they stay the same from run to run, and
 * what has the same natural key has the same id.
 */
public final class Ids {

	private Ids() {
	}

	/** The id of something known by its name. */
	public static UUID of(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

	/** The id under which a delegated grant is kept. */
	public static UUID ofGrant(UUID client, UUID resource, @Nullable UUID person) {
		return of("grant " + client + " " + resource + " " + person);
	}

	/** The id under which a role assignment is kept. */
	public static UUID ofAssignment(UUID principal, UUID resource, UUID role) {
		return of("assignment " + principal + " " + resource + " " + role);
	}

	/** The form in which ids of grants and assignments travel. */
	public static String onWire(UUID id) {
		byte[] bytes = ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** Reads {@link #onWire}; null when the text is no such id. */
	public static @Nullable UUID fromWire(String text) {
		try {
			ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
			return (bytes.remaining() == 16) ? new UUID(bytes.getLong(), bytes.getLong()) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** Reads a UUID; null when the text is none. */
	public static @Nullable UUID parse(@Nullable String text) {
		if (text == null || text.length() != 36) {
			return null;
		}
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
