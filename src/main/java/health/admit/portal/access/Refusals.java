package health.admit.portal.access;

import java.util.Set;

import health.admit.portal.cloud.Answer;

/**
 * What Azure means when it refuses to assign or remove a role.
 *
 * @see <a href=
 * "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting">Troubleshoot
 * Azure RBAC</a>
 */
final class Refusals {

	private static final Set<String> NOT_ALLOWED = Set.of("AuthorizationFailed", "LinkedAuthorizationFailed");

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

	/** The operator lacks the right, or a condition on it is not met. */
	static boolean notAllowed(Answer.Failure<?> failure) {
		return failure.status() == 403 && NOT_ALLOWED.contains(failure.code());
	}

}
