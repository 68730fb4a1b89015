package health.admit.portal.operation;

/**
 * A confirm form was sent twice with different plans; nothing was started the second
 * time.
 */
public class PlanChanged extends RuntimeException {

	public PlanChanged(String message) {
		super(message);
	}

}
