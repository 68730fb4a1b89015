package health.admit.portal.operation;

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

	@Override
	public String toString() {
		return this.value.toString();
	}

}
