package health.admit.portal.directory;

import java.io.IOException;

import com.microsoft.kiota.ApiException;

/**
 * Says in a few words why no usable answer came.
 */
final class Silences {

	private Silences() {
	}

	static String describe(Throwable failure) {
		if (failure instanceof ApiException answer) {
			return "HTTP " + answer.getResponseStatusCode();
		}
		Throwable cause = failure;
		while (!(cause instanceof IOException) && cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		String message = cause.getMessage();
		return cause.getClass().getSimpleName() + ((message != null) ? ": " + message : "");
	}

}
