package health.admit.portal.access;

/**
 * What is worth knowing about a role; message {@code access.roleNote.<CONSTANT>}.
 */
public enum RoleNote {

	/** Puts the filters of SMART scopes on everything the client sees. */
	SMART,

	/** A client that only converts gets 403 when it is tested with a read. */
	CANNOT_READ,

	/** Permits less than the client does. */
	TOO_LITTLE,

	/** Permits more than the client does. */
	MORE

}
