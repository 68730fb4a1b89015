package health.admit.portal.cloud;

/**
 * A remote service refused to show something: usually a role or a scope is missing.
 */
public class ReadRefused extends RuntimeException {

	private final int status;

	private final String code;

	private final transient CallTrace trace;

	/**
	 * A refusal as it was answered.
	 * @param status the HTTP status
	 * @param code the service's error code; empty when the body named none
	 * @param message the service's own words; hostile input when shown
	 */
	protected ReadRefused(int status, String code, String message, CallTrace trace) {
		super(message);
		this.status = status;
		this.code = code;
		this.trace = trace;
	}

	public int status() {
		return this.status;
	}

	/**
	 * The service's error code, such as {@code Authorization_RequestDenied}.
	 */
	public String code() {
		return this.code;
	}

	/**
	 * The service's own words.
	 */
	public String words() {
		return String.valueOf(getMessage());
	}

	/** Both, as far as the service gave them. */
	public String codeAndWords() {
		return (code() + " " + words()).strip();
	}

	public CallTrace trace() {
		return this.trace;
	}

}
