package health.admit.portal.inventory;

/**
 * Whether somebody can be asked about an application. Of several findings the worst that
 * leaves nobody to ask counts.
 */
public enum OwnerState {

	/** Nobody has looked yet: owners are read for what people look at. */
	UNKNOWN,

	NONE,

	/** Every owner's account has been deleted. */
	DELETED,

	/** Nobody who could still sign in. */
	DISABLED,

	/** Only guests are left. */
	GUEST,

	/** At least one member of the tenant who can sign in. */
	GOOD,

	/**
	 * Somebody has looked, but could not see whether one of the owners can sign in.
	 */
	UNTOLD

}
