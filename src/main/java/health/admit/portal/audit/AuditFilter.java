package health.admit.portal.audit;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an auditor asked for, as typed. Ids that are none match nothing.
 *
 * @param action a part of the action's name
 * @param actor object id of a person
 * @param operation id of an operation
 */
record AuditFilter(@Nullable String action, @Nullable String actor, @Nullable String operation) {

	private static final UUID NOBODY = new UUID(0, 0);

	@Nullable String actionPattern() {
		String text = trimmed(this.action);
		return (text == null) ? null : "%"
				+ text.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

	@Nullable UUID actorId() {
		return id(this.actor);
	}

	@Nullable UUID operationId() {
		return id(this.operation);
	}

	private static @Nullable UUID id(@Nullable String typed) {
		String text = trimmed(typed);
		if (text == null) {
			return null;
		}
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			return NOBODY;
		}
	}

	private static @Nullable String trimmed(@Nullable String typed) {
		return (typed == null || typed.isBlank()) ? null : typed.trim();
	}

}
