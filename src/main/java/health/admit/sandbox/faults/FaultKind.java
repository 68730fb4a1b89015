package health.admit.sandbox.faults;

/**
 * What can go wrong with one request. Those named {@code AFTER} happen once the request
 * has been carried out. Each can be made to happen late: {@code delay} holds the request.
 */
enum FaultKind {

	/** 429 with {@code Retry-After}, nothing carried out. */
	THROTTLE(429, "TooManyRequests", "Too many requests.", false),

	UNAVAILABLE(503, "serviceNotAvailable", "The service is temporarily unavailable.", false),

	GATEWAY_TIMEOUT(504, "UnknownError", "The gateway did not get an answer in time.", false),

	INTERNAL_ERROR(500, "InternalServerError", "An internal server error occurred.", false),

	UNAVAILABLE_AFTER(503, "serviceNotAvailable", "The service is temporarily unavailable.", true),

	GATEWAY_TIMEOUT_AFTER(504, "UnknownError", "The gateway did not get an answer in time.", true),

	INTERNAL_ERROR_AFTER(500, "InternalServerError", "An internal server error occurred.", true),

	/** Carried out, and yet answered 404. */
	NOT_FOUND_AFTER(404, "Directory_ObjectNotFound", "Unable to read the company information from the directory.",
			true),

	CONCURRENCY(409, "Directory_ConcurrencyViolation",
			"The request could not be completed because of concurrent requests being made to the tenant. Please try again later.",
			false),

	/** 403, as if the caller had just lost a role. */
	DENIED(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.", false),

	/** 401 to a token that was good a moment ago. */
	TOKEN_EXPIRED(401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.", false),

	/**
	 * 400 to the link of a page. Without another {@code query} it strikes such links
	 * alone.
	 */
	EXPIRED_PAGE_TOKEN(400, "Directory_ExpiredPageToken",
			"The specified page token value has expired and can no longer be included in the request.", false),

	/**
	 * 410 to a link to changes. Without another {@code query} it strikes such links
	 * alone.
	 */
	RESYNC_REQUIRED(410, "resyncRequired", "The sync state is not known any more. Start over.", false),

	/** 401 that asks for more claims, whatever the client declared. */
	CLAIMS_CHALLENGE(401, "InvalidAuthenticationToken",
			"Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenCreatedWithOutdatedPolicies",
			false),

	/** The connection ends before anything was carried out. */
	DROP(0, "", "", false),

	/** The connection ends without an answer to what was carried out. */
	DROP_AFTER(0, "", "", true),

	/** Half an answer, then the connection ends. */
	CUT(0, "", "", true),

	/** The right answer, late. */
	DELAY(0, "", "", true);

	private final int status;

	private final String code;

	private final String message;

	private final boolean after;

	FaultKind(int status, String code, String message, boolean after) {
		this.status = status;
		this.code = code;
		this.message = message;
		this.after = after;
	}

	/** What the query of a request must look like for the fault to make sense. */
	String query() {
		return switch (this) {
			case EXPIRED_PAGE_TOKEN -> "\\$skiptoken=";
			case RESYNC_REQUIRED -> "\\$(skip|delta)token=(?!latest)";
			default -> "";
		};
	}

	int status() {
		return this.status;
	}

	String code() {
		return this.code;
	}

	String message() {
		return this.message;
	}

	boolean after() {
		return this.after;
	}

}
