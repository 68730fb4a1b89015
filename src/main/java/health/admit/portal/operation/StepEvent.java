package health.admit.portal.operation;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One line of the journal: an intent, or what came of it.
 *
 * @param position the step, from 0
 * @param operator whose tokens were used
 * @param fence the lease under which it was written
 */
record StepEvent(int position, int attempt, Kind kind, Instant at, UUID operator, long fence,
		@Nullable UUID clientRequestId, @Nullable String requestId, @Nullable String code, @Nullable String message) {

	/**
	 * What happened. Intents come before the call they announce.
	 */
	enum Kind {

		INTENT, LOOK_INTENT, SETTLE_INTENT,

		APPLIED, ADOPTED, NOT_YET, UNANSWERED, REFUSED, NEEDS_SIGN_IN, ABSENT, CLEAN, LEFTOVERS, SETTLED;

		/**
		 * Whether it announces a call.
		 */
		boolean isIntent() {
			return this == INTENT || this == LOOK_INTENT || this == SETTLE_INTENT;
		}

		/**
		 * The last part of the action in the audit trail: an intent is "will", the done
		 * deed is "did".
		 */
		String action() {
			return switch (this) {
				case INTENT -> "will";
				case APPLIED -> "did";
				case LOOK_INTENT -> "will-look";
				case SETTLE_INTENT -> "will-settle";
				default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
			};
		}

	}

}
