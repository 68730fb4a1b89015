package health.admit.portal.permissions;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import health.admit.portal.cloud.Answer;
import health.admit.portal.cloud.ReadRefused;
import health.admit.portal.directory.Done;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepOutcome;

/**
 * What taking a grant back comes to. The directory names grants by ids of its own, so
 * each is looked up first; what is not there counts as taken back.
 */
final class Removals {

	private static final StepOutcome GONE = new StepOutcome.Applied(Map.of());

	private Removals() {
	}

	/**
	 * Removes what is found.
	 * @param removal finds the grant and sends its removal; empty when there is none
	 */
	static StepOutcome of(StepCall call, Supplier<Optional<Answer<Done>>> removal) {
		try {
			return removal.get()
				.map((answer) -> Answers.removed(answer, PermissionSteps.scopesFor(call.step()), (failure) -> false))
				.orElse(GONE);
		}
		catch (ReadRefused ex) {
			if (ex.status() == 404) {
				return GONE;
			}
			throw ex;
		}
	}

	static UUID id(StepCall call, String parameter) {
		return UUID.fromString(call.parameter(parameter));
	}

}
