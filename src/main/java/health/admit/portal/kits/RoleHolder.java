package health.admit.portal.kits;

/**
 * Who has a role at a service.
 */
public enum RoleHolder {

	/** The service principal of the client. */
	CLIENT("ServicePrincipal"),

	/** A person. */
	PERSON("User"),

	/** A group of people. */
	GROUP("Group");

	private final String principalType;

	RoleHolder(String principalType) {
		this.principalType = principalType;
	}

	/**
	 * The {@code principalType} of a role assignment.
	 */
	String principalType() {
		return this.principalType;
	}

}
