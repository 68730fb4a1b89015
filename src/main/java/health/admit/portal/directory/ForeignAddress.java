package health.admit.portal.directory;

/**
 * A request was about to leave for an address that is not Microsoft Graph of the
 * configured cloud, and was stopped.
 */
final class ForeignAddress extends RuntimeException {

	ForeignAddress(String host) {
		super("Not Microsoft Graph of this cloud: " + host);
	}

}
