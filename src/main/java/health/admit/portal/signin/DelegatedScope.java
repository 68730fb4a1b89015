package health.admit.portal.signin;

/**
 * The delegated permissions the portal ever asks for, each as late as possible. The first
 * three come with signing in.
 */
public enum DelegatedScope {

	USER_READ("User.Read"), APPLICATION_READ("Application.Read.All"), OFFLINE_ACCESS("offline_access"),

	APPLICATION_WRITE("Application.ReadWrite.All"),

	/** Owners and consent grants can only be read with this one. */
	DIRECTORY_READ("Directory.Read.All"),

	USER_SEARCH("User.ReadBasic.All"),

	POLICY_READ("Policy.Read.All"),

	GRANT_WRITE("DelegatedPermissionGrant.ReadWrite.All"),

	APP_ROLE_WRITE("AppRoleAssignment.ReadWrite.All");

	private final String value;

	DelegatedScope(String value) {
		this.value = value;
	}

	/**
	 * The scope as it is written in a token request.
	 */
	public String value() {
		return this.value;
	}

}
