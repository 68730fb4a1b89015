package health.admit.portal.access;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * What became of an assignment that an operation was to make.
 *
 * @param assignedAt since when the role is assigned; null where it is not
 * @param refusal Azure's code where the operator was not allowed to; empty otherwise
 */
public record AssignmentOutcome(@Nullable Instant assignedAt, String refusal) {

	private static final String REFUSED = "refused ";

	static AssignmentOutcome parse(@Nullable String fact) {
		if (fact == null) {
			return new AssignmentOutcome(null, "");
		}
		if (fact.startsWith(REFUSED)) {
			return new AssignmentOutcome(null, fact.substring(REFUSED.length()));
		}
		try {
			return new AssignmentOutcome(Instant.parse(fact), "");
		}
		catch (DateTimeParseException ex) {
			return new AssignmentOutcome(null, "");
		}
	}

	static String assigned(Instant at) {
		return at.toString();
	}

	static String refused(String code) {
		return REFUSED + code;
	}

	/** Whether the role is assigned, as far as the operation knows. */
	public boolean isAssigned() {
		return this.assignedAt != null;
	}

}
