package health.admit.portal.inventory;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A place between two rows of a list. As text it comes back from the browser, so nothing
 * in it is trusted; it only says where to begin.
 *
 * @param list which list, and in which order; a position in another one is none
 * @param back whether the rows before it are wanted
 * @param value of the column that the list is sorted by
 */
record Position(char list, boolean back, String value, UUID objectId, UUID keyId) {

	private static final UUID NONE = new UUID(0, 0);

	private static final int IDS = 32;

	private static final int LONGEST = 600;

	Position(char list, String value, UUID objectId) {
		this(list, false, value, objectId, NONE);
	}

	/**
	 * A position as it came with a request.
	 * @return empty for none, for one of another list and for anything else
	 */
	static Optional<Position> read(@Nullable String text, char list) {
		if (text == null || text.length() > LONGEST) {
			return Optional.empty();
		}
		try {
			ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
			if (bytes.remaining() < IDS + 2 || bytes.get() != list) {
				return Optional.empty();
			}
			boolean back = bytes.get() == '<';
			UUID objectId = new UUID(bytes.getLong(), bytes.getLong());
			UUID keyId = new UUID(bytes.getLong(), bytes.getLong());
			String value = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
			return (value.indexOf('\0') < 0) ? Optional.of(new Position(list, back, value, objectId, keyId))
					: Optional.empty();
		}
		catch (IllegalArgumentException | CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	String text() {
		byte[] utf8 = this.value.getBytes(StandardCharsets.UTF_8);
		ByteBuffer bytes = ByteBuffer.allocate(IDS + 2 + utf8.length);
		bytes.put((byte) this.list).put((byte) (this.back ? '<' : '>'));
		bytes.putLong(this.objectId.getMostSignificantBits()).putLong(this.objectId.getLeastSignificantBits());
		bytes.putLong(this.keyId.getMostSignificantBits()).putLong(this.keyId.getLeastSignificantBits());
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.put(utf8).array());
	}

}
