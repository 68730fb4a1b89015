package health.admit.portal.azure;

import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.ReadUnanswered;

/**
 * Azure could not be reached, stayed busy through several tries of a read, or answered
 * with something that makes no sense.
 */
public class AzureUnavailable extends ReadUnanswered {

	private final boolean malformed;

	public AzureUnavailable(String message, CallTrace trace, Throwable cause) {
		super(message, trace, cause);
		this.malformed = cause instanceof MalformedAnswer;
	}

	/** Whether an answer came that could not be understood. */
	public boolean isMalformed() {
		return this.malformed;
	}

}
