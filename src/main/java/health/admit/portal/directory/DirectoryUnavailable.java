package health.admit.portal.directory;

import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.ReadUnanswered;

/**
 * Graph could not be reached or stayed busy through several tries of a read.
 */
public class DirectoryUnavailable extends ReadUnanswered {

	public DirectoryUnavailable(String message, CallTrace trace, Throwable cause) {
		super(message, trace, cause);
	}

}
