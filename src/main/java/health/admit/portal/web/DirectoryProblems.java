package health.admit.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import health.admit.portal.cloud.CallTrace;
import health.admit.portal.directory.DirectoryRefused;
import health.admit.portal.directory.DirectoryUnavailable;

/**
 * Reads what Microsoft Graph refused, as its error codes are documented.
 */
final class DirectoryProblems {

	private static final Map<String, String> KINDS = Map.of("Authorization_RequestDenied", "directoryDenied",
			"InvalidAuthenticationToken", "directorySession", "Request_ResourceNotFound", "directoryGone",
			"Directory_ObjectNotFound", "directoryGone", "TooManyRequests", "directoryBusy", "Directory_QuotaExceeded",
			"directoryQuota", "Directory_ConcurrencyViolation", "directoryBusy", "Request_UnsupportedQuery",
			"directoryQuery", "Request_BadRequest", "directoryQuery");

	private DirectoryProblems() {
	}

	static Problem of(DirectoryRefused refused) {
		return new Problem(kind(refused), status(refused.status()), refused.code(), words(refused),
				traces(refused.trace()));
	}

	static Problem of(DirectoryUnavailable unavailable) {
		return new Problem("directoryDown", 503, "", words(unavailable), traces(unavailable.trace()));
	}

	private static String kind(DirectoryRefused refused) {
		String kind = KINDS.get(refused.code());
		if (kind != null) {
			return kind;
		}
		return switch (refused.status()) {
			case 403 -> "directoryDenied";
			case 404 -> "directoryGone";
			case 429 -> "directoryBusy";
			default -> "directoryRefused";
		};
	}

	/**
	 * What the reader asked for is refused, gone or busy; all else is between the portal
	 * and Graph.
	 */
	private static int status(int status) {
		return switch (status) {
			case 403, 404, 429 -> status;
			default -> 502;
		};
	}

	private static String words(RuntimeException ex) {
		String message = ex.getMessage();
		return (message != null) ? message : "";
	}

	private static List<Problem.Trace> traces(CallTrace trace) {
		List<Problem.Trace> traces = new ArrayList<>();
		String requestId = trace.requestId();
		if (requestId != null) {
			traces.add(new Problem.Trace("web.problem.requestId", requestId));
		}
		traces.add(new Problem.Trace("web.problem.clientRequestId", trace.clientRequestId().toString()));
		return traces;
	}

}
