package health.admit.portal.cloud;

import java.util.List;

/**
 * The settings do not allow a start. {@link StartRefusedAnalyzer} says why and what to
 * set.
 */
public class StartRefused extends RuntimeException {

	private final String reason;

	private final List<Object> details;

	/**
	 * A refusal.
	 * @param reason name of the texts {@code start.<reason>.description} and
	 * {@code start.<reason>.action} in the message bundle
	 * @param details what the texts mention, such as the value of a setting; never a
	 * secret
	 */
	public StartRefused(String reason, Object... details) {
		super(reason + " " + List.of(details));
		this.reason = reason;
		this.details = List.of(details);
	}

	String reason() {
		return this.reason;
	}

	Object[] details() {
		return this.details.toArray();
	}

}
