package health.admit.portal.azure;

import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.ReadRefused;

/**
 * Azure refused a read: usually a missing role.
 */
public class AzureRefused extends ReadRefused {

	public AzureRefused(int status, String code, String message, CallTrace trace) {
		super(status, code, message, trace);
	}

}
