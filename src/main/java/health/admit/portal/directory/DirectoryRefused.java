package health.admit.portal.directory;

import health.admit.portal.cloud.CallTrace;

/**
 * Graph refused a read: usually a missing role or scope.
 */
public class DirectoryRefused extends RuntimeException {

	private final int status;

	private final String code;

	private final transient CallTrace trace;

	public DirectoryRefused(int status, String code, String message, CallTrace trace) {
		super(message);
		this.status = status;
		this.code = code;
		this.trace = trace;
	}

	public int status() {
		return this.status;
	}

	/**
	 * Graph's error code, such as {@code Authorization_RequestDenied}.
	 */
	public String code() {
		return this.code;
	}

	public CallTrace trace() {
		return this.trace;
	}

}
