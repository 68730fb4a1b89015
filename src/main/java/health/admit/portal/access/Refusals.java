package health.admit.portal.access;

import health.admit.portal.azure.PrincipalType;
import health.admit.portal.cloud.Answer;

/**
 * What Azure means when it refuses to assign or remove a role.
 *
 * @see <a href=
 * "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting">Troubleshoot
 * Azure RBAC</a>
 */
final class Refusals {

	private Refusals() {
	}

	/** Azure's copy of the directory does not know the principal yet. */
	static boolean notReplicated(Answer.Failure<?> failure) {
		return failure.status() == 400 && ("PrincipalNotFound".equals(failure.code())
				|| failure.message().contains("does not exist in the directory"));
	}

	/** The same is assigned already, under another name. */
	static boolean alreadyThere(Answer.Failure<?> failure) {
		return failure.status() == 409 && "RoleAssignmentExists".equals(failure.code());
	}

	/**
	 * Trying again helps nobody: the operator lacks the right, the service is locked, or
	 * there is no such person or group. Only a service principal may be so new that Azure
	 * does not know it yet.
	 */
	static boolean isFinal(Answer.Failure<?> failure, PrincipalType type) {
		boolean passing = failure.status() == 401 || failure.status() == 429 || failure.status() >= 500;
		return !passing && (type != PrincipalType.SERVICE_PRINCIPAL || !notReplicated(failure));
	}

}
