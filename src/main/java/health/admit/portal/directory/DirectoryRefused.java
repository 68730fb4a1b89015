package health.admit.portal.directory;

import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.ReadRefused;

/**
 * Graph refused a read: usually a missing role or scope.
 */
public class DirectoryRefused extends ReadRefused {

	public DirectoryRefused(int status, String code, String message, CallTrace trace) {
		super(status, code, message, trace);
	}

}
