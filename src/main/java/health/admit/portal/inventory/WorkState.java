package health.admit.portal.inventory;

/**
 * What the help desk does about a credential.
 */
public enum WorkState {

	OPEN, CLAIMED, SNOOZED, DONE

}
