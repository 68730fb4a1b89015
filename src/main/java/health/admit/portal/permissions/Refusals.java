package health.admit.portal.permissions;

import health.admit.portal.cloud.Answer;

/**
 * What the service means when it refuses a write that joins two service principals.
 */
final class Refusals {

	private Refusals() {
	}

	/** One of the two is not known everywhere yet. */
	static boolean notReplicated(Answer.Failure<?> failure) {
		return failure.status() == 404 || (failure.status() == 400
				&& (failure.message().contains("Not a valid reference update") || failure.message()
					.contains("does not exist or one of its queried reference-property objects are not present")));
	}

	/**
	 * It is there already. Sources disagree about status and code; all agree on the
	 * words.
	 */
	static boolean alreadyThere(Answer<?> answer) {
		return answer.fold((success) -> false, Refusals::alreadyExists, (silence) -> false);
	}

	static boolean alreadyExists(Answer.Failure<?> failure) {
		return (failure.status() == 400 || failure.status() == 409) && failure.message().contains("already exists");
	}

}
