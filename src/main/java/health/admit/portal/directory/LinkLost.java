package health.admit.portal.directory;

import health.admit.portal.cloud.CallTrace;

/**
 * Graph no longer knows a link to a page or to changes: whoever followed it has to start
 * over.
 */
public class LinkLost extends DirectoryRefused {

	public LinkLost(int status, String code, String message, CallTrace trace) {
		super(status, code, message, trace);
	}

}
