package health.admit.portal.directory;

import java.time.Duration;

import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.ReadUnanswered;
import org.jspecify.annotations.Nullable;

/**
 * Graph could not be reached or stayed busy through several tries of a read.
 */
public class DirectoryUnavailable extends ReadUnanswered {

	private final @Nullable Duration retryAfter;

	public DirectoryUnavailable(String message, CallTrace trace, Throwable cause) {
		this(message, trace, cause, null);
	}

	public DirectoryUnavailable(String message, CallTrace trace, Throwable cause, @Nullable Duration retryAfter) {
		super(message, trace, cause);
		this.retryAfter = retryAfter;
	}

	/**
	 * How long Graph asked to wait; null when it did not.
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
