package health.admit.portal.inventory;

/**
 * Another node reads this tenant now; nothing was written.
 */
class HoldLost extends RuntimeException {

	HoldLost(Hold hold) {
		super("Hold " + hold.fence() + " of tenant " + hold.tenant() + " is no longer valid");
	}

}
