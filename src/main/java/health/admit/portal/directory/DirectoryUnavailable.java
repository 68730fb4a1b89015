package health.admit.portal.directory;

import health.admit.portal.cloud.CallTrace;

/**
 * Graph could not be reached or stayed busy through several tries of a read.
 */
public class DirectoryUnavailable extends RuntimeException {

	private final transient CallTrace trace;

	public DirectoryUnavailable(String message, CallTrace trace, Throwable cause) {
		super(message, cause);
		this.trace = trace;
	}

	public CallTrace trace() {
		return this.trace;
	}

}
