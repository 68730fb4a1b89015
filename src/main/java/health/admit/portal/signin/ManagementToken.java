package health.admit.portal.signin;

import java.time.Instant;

/**
 * A token for Azure Resource Manager.
 *
 * @param ends when Entra said it ends
 */
record ManagementToken(String access, Instant ends) {

	boolean isUsableAt(Instant moment) {
		return moment.isBefore(this.ends);
	}

	@Override
	public String toString() {
		return "ManagementToken[ends=" + this.ends + "]";
	}

}
