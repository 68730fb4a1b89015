package health.admit.portal.cloud;

import java.io.IOException;

/**
 * Says in a few words why no usable answer came.
 */
public final class Silences {

	private Silences() {
	}

	/**
	 * The technical cause, without a stack trace.
	 */
	public static String describe(Throwable failure) {
		Throwable cause = failure;
		while (!(cause instanceof IOException) && cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		String message = cause.getMessage();
		return cause.getClass().getSimpleName() + ((message != null) ? ": " + message : "");
	}

}
