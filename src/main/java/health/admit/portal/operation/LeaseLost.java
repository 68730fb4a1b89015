package health.admit.portal.operation;

/**
 * Another node carries on this operation; nothing was written and nothing may be sent.
 */
class LeaseLost extends RuntimeException {

	LeaseLost(Lease lease) {
		super("Lease " + lease.fence() + " of operation " + lease.operation() + " is no longer valid");
	}

}
