package health.admit.portal.azure;

import org.jspecify.annotations.Nullable;

/**
 * A request was about to leave for an address that is not Azure Resource Manager of the
 * configured cloud, and was stopped.
 */
final class ForeignAddress extends RuntimeException {

	ForeignAddress(@Nullable String host) {
		super("Not Azure Resource Manager of this cloud: " + host);
	}

}
