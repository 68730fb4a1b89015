package health.admit;

/**
 * The settings do not allow a start. Explained by {@link StartRefusedAnalyzer}.
 */
class StartRefused extends RuntimeException {

	private final Reason reason;

	StartRefused(Reason reason) {
		super(reason.name());
		this.reason = reason;
	}

	Reason reason() {
		return this.reason;
	}

	/**
	 * Why; {@code start.<REASON>.description} and {@code .action} in the message bundle
	 * say it in words.
	 */
	enum Reason {

		NO_TENANT, NO_SANDBOX_INSIDE, SANDBOX_WITH_REAL_TENANT, SANDBOX_WITHOUT_PROFILE, SANDBOX_ON_PUBLIC_ADDRESS

	}

}
