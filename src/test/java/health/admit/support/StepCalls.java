package health.admit.support;

import java.util.Map;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.cloud.CallTrace;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.operation.StepCall;

/**
 * Calls and answers for tests of step handlers.
 */
public final class StepCalls {

	public static final OperationId OPERATION = OperationId.of("0c0c0c0c-0000-4000-8000-000000000001");

	private static final CallTrace TRACE = new CallTrace(UUID.randomUUID(), "request-1");

	private StepCalls() {
	}

	public static StepCall call(PlannedStep step, int attempt, Map<String, String> facts) {
		return new StepCall(OPERATION, step, attempt, facts, Operators.DELEGATION, UUID.randomUUID(), () -> {
		});
	}

	public static <T> Answer<T> success(T value) {
		return new Answer.Success<>(value, TRACE);
	}

	public static <T> Answer<T> failure(int status, String code, String message) {
		return new Answer.Failure<>(status, code, message, null, null, TRACE);
	}

	public static <T> Answer<T> silence(boolean sent) {
		return new Answer.Silence<>("reset", sent, TRACE);
	}

}
