package health.admit.portal.web;

import java.util.List;

/**
 * What an error page says.
 *
 * @param kind key of its texts under {@code web.problem}
 * @param status the HTTP status of the answer
 * @param code the error code of the cloud or of the portal; empty when there is none
 * @param words what the cloud said, hostile input when shown; empty when it said nothing
 * @param traces ids for Microsoft support
 */
record Problem(String kind, int status, String code, String words, List<Trace> traces) {

	/**
	 * An id that finds one call in the cloud's logs.
	 *
	 * @param text message key of what it is
	 */
	record Trace(String text, String id) {
	}

	static Problem of(String kind, int status) {
		return new Problem(kind, status, "", "", List.of());
	}

	/**
	 * The problem that a status alone tells of.
	 */
	static Problem of(int status) {
		return switch (status) {
			case 400, 403, 404, 405, 409, 413, 415, 422, 429, 503 -> of("s" + status, status);
			default -> of((status >= 400 && status < 500) ? "s400" : "s500", status);
		};
	}

}
