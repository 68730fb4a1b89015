package health.admit.portal.expiry;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done about a credential.
 *
 * @param text note, reason or ticket number, as the action asks for
 * @param until for putting off
 */
record WorkRequest(WorkAction action, @Nullable String text, @Nullable Instant until) {

	static WorkRequest of(WorkAction action) {
		return new WorkRequest(action, null, null);
	}

}
