package health.admit.portal.operation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Identifies one operation, and is the source of every natural key its steps use.
 */
public record OperationId(UUID value) {

	public static OperationId random() {
		return new OperationId(UUID.randomUUID());
	}

	public static OperationId of(String text) {
		return new OperationId(UUID.fromString(text));
	}

	/**
	 * The {@code uniqueName} of the application this operation makes.
	 */
	public String uniqueName() {
		return "admit-" + this.value;
	}

	/**
	 * Idempotency key of the operation that undoes this one, of which there is at most
	 * one.
	 */
	UUID undoKey() {
		return UUID.nameUUIDFromBytes(("undo " + this.value).getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
