package health.admit.portal.signin;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import health.admit.portal.cloud.Cloud;

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

	GROUP_SEARCH("GroupMember.Read.All"),

	POLICY_READ("Policy.Read.All"),

	GRANT_WRITE("DelegatedPermissionGrant.ReadWrite.All"),

	APP_ROLE_WRITE("AppRoleAssignment.ReadWrite.All"),

	/** For when a credential was last used. */
	AUDIT_READ("AuditLog.Read.All"),

	/**
	 * The only one that is not of Microsoft Graph: reads and changes in Azure what the
	 * operator may. Entra gives out a token of its own for it.
	 */
	AZURE("user_impersonation");

	private final String value;

	DelegatedScope(String value) {
		this.value = value;
	}

	/**
	 * The name of the scope at the service that knows it.
	 */
	public String value() {
		return this.value;
	}

	/**
	 * The scope as pages show it; the service is only named where it is not Graph.
	 */
	public String shown() {
		return (this == AZURE) ? this.value + " (Azure Resource Manager)" : this.value;
	}

	/**
	 * The scope as it is written in a token request.
	 */
	String in(Cloud cloud) {
		return (this == AZURE) ? cloud.resourceManagerAudience() + "/" + this.value : this.value;
	}

	/**
	 * The scopes whose constants are named in a list; whatever else is in it is left out.
	 */
	static Set<DelegatedScope> named(String commaSeparated) {
		Set<String> names = new HashSet<>(Arrays.asList(commaSeparated.split(",")));
		return Arrays.stream(values())
			.filter((scope) -> names.contains(scope.name()))
			.collect(Collectors.toUnmodifiableSet());
	}

}
