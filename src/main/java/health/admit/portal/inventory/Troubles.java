package health.admit.portal.inventory;

import java.time.Instant;

import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.ReadRefused;
import health.admit.portal.cloud.ReadUnanswered;
import health.admit.portal.inventory.Freshness.Cause;
import health.admit.portal.inventory.Freshness.Trouble;
import health.admit.portal.signin.SignInRequired;
import health.admit.portal.signin.StepUpRequired;
import org.jspecify.annotations.Nullable;

/**
 * What an exception means to somebody who looks at the index.
 */
final class Troubles {

	private Troubles() {
	}

	static Trouble of(RuntimeException ex, Instant at) {
		if (ex instanceof SignInRequired || ex instanceof StepUpRequired) {
			return plain(Cause.SIGN_IN_ENDED, at);
		}
		if (ex instanceof ReadRefused refused) {
			return new Trouble(Cause.REFUSED, refused.code(), refused.words(), requestId(refused.trace()), at);
		}
		if (ex instanceof ReadUnanswered silent) {
			return new Trouble(Cause.UNAVAILABLE, "", String.valueOf(silent.getMessage()), requestId(silent.trace()),
					at);
		}
		return plain(Cause.NOT_STORED, at);
	}

	static Trouble plain(Cause cause, Instant at) {
		return new Trouble(cause, "", "", "", at);
	}

	private static String requestId(@Nullable CallTrace trace) {
		return (trace != null && trace.requestId() != null) ? trace.requestId() : "";
	}

}
