package health.admit.portal.cloud;

/**
 * A remote service could not be read from: it did not answer, or stayed busy through
 * several tries.
 */
public class ReadUnanswered extends RuntimeException {

	private final transient CallTrace trace;

	/**
	 * A read that was given up.
	 * @param message the technical cause in a few words
	 */
	protected ReadUnanswered(String message, CallTrace trace, Throwable cause) {
		super(message, cause);
		this.trace = trace;
	}

	public CallTrace trace() {
		return this.trace;
	}

}
