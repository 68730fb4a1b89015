package health.admit.journey;

/**
 * What a registration does, step by step, where its portal may be struck.
 */
enum KilledStep {

	APPLICATION("application.create", 1), SERVICE_PRINCIPAL("servicePrincipal.create", 1), OWNER("owner.add", 1),
	CONSENT("consent.grant", 1), APP_ROLE("role.grant", 1), AZURE_ROLE("role.assign", 1),
	SECOND_AZURE_ROLE("role.assign", 2), SECRET("secret.create", 1),

	/** Looks for secrets whose answer was lost, and removes them. */
	SETTLE("secret.create", 1);

	private final String kind;

	private final int nth;

	KilledStep(String kind, int nth) {
		this.kind = kind;
		this.nth = nth;
	}

	/** Kind of the step in the plan. */
	String kind() {
		return this.kind;
	}

	/** Which of its kind in the plan, from 1. */
	int nth() {
		return this.nth;
	}

	boolean settles() {
		return this == SETTLE;
	}

	/**
	 * How far the step has come.
	 */
	enum Moment {

		/** The transaction that announces the call is under way. */
		BEFORE_INTENT,

		/** The call has left, the cloud has not got it and never will. */
		AFTER_INTENT,

		/** The cloud has done it, its answer is on the way. */
		AFTER_SEND,

		/** The transaction that records the answer is under way. */
		AFTER_ANSWER,

		/** The answer is recorded, nothing further is. */
		AFTER_OUTCOME;

		boolean isOnTheWire() {
			return this == AFTER_INTENT || this == AFTER_SEND;
		}

		/** Whether one of the few places for calls is taken. */
		boolean takesAPlace() {
			return isOnTheWire() || this == BEFORE_INTENT;
		}

	}

}
