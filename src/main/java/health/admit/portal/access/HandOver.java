package health.admit.portal.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.admit.portal.azure.PrincipalType;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.HealthApi;

/**
 * What somebody who may assign and remove roles needs to do it: a command to paste, and
 * the page in the Azure portal.
 *
 * @param page null where the service was not read from Azure
 */
public record HandOver(String command, @Nullable String page) {

	private static final String UNKNOWN = "RESOURCE-ID-OF-THE-SERVICE";

	/**
	 * The command for the least built-in role that does a task, on a service that was not
	 * read from Azure.
	 */
	public static HandOver least(Cloud cloud, HealthApi api, ClientTask task, UUID principal, PrincipalType type) {
		OfferedRole role = OfferedRole.least(WellKnownRoles.of(api), task).orElseThrow();
		return of(cloud, null, principal, type, role.id());
	}

	/**
	 * The command for one assignment.
	 * @param scope null where the service was not read from Azure
	 */
	public static HandOver of(Cloud cloud, @Nullable ResourceId scope, UUID principal, PrincipalType type, UUID role) {
		String command = "az role assignment create --role " + role + " --assignee-object-id " + principal
				+ " --assignee-principal-type " + type.value() + " --scope "
				+ quoted((scope != null) ? scope.text() : UNKNOWN);
		return new HandOver(command, (scope != null) ? page(cloud, scope) : null);
	}

	/** The page in the Azure portal where roles on a service are given. */
	public static String page(Cloud cloud, ResourceId scope) {
		return cloud.adminCentre() + "/#@" + cloud.tenant() + "/resource" + scope.text() + "/users";
	}

	/** The command that takes a role away again. */
	public static String removal(RoleAssignment assignment) {
		return "az role assignment delete --ids " + quoted(assignment.id());
	}

	/** For a POSIX shell: nothing has a meaning between single quotes but their end. */
	private static String quoted(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

}
