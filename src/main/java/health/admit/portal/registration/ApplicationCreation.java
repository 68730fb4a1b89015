package health.admit.portal.registration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepOutcome;
import health.admit.portal.signin.DelegatedScope;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Creates the application object with its whole body. Its natural key is the
 * {@code uniqueName} made from the operation, so sending it again changes nothing.
 */
@Component
class ApplicationCreation implements StepHandler {

	/** How often a held name is looked up before a deleted application is blamed. */
	private static final int LOOKS = 5;

	private static final Set<DelegatedScope> SCOPES = Set.of(DelegatedScope.APPLICATION_WRITE);

	private final Directories directories;

	ApplicationCreation(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return RegistrationPlanner.APPLICATION;
	}

	@Override
	public Repetition repetition() {
		return Repetition.IDEMPOTENT;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		Answer<Optional<ApplicationRecord>> answer = directory(call).upsertApplication(call.operation().uniqueName(),
				ApplicationParameters.toApplication(call.step().parameters(), call.operation()),
				call.clientRequestId());
		if (nameHeld(answer)) {
			return held(call);
		}
		return Answers.read(answer, SCOPES, (failure) -> failure.status() == 404,
				(success) -> success.value()
					.map((created) -> applied(created, success.trace().requestId()))
					.orElseGet(() -> reconcile(call)));
	}

	@Override
	public StepOutcome reconcile(StepCall call) {
		return directory(call).applicationByUniqueName(call.operation().uniqueName())
			.map((found) -> applied(found, null))
			.orElseGet(() -> new StepOutcome.NotYet("operation.wait.replication", null, "", "", null));
	}

	/** A deleted application keeps its unique name for 30 days. */
	private StepOutcome held(StepCall call) {
		StepOutcome found = reconcile(call);
		if (found instanceof StepOutcome.NotYet && call.attempt() >= LOOKS) {
			return new StepOutcome.Refused("UniqueNameHeld", "An application with uniqueName "
					+ call.operation().uniqueName() + " was deleted and can be restored.", null);
		}
		return found;
	}

	private StepOutcome applied(ApplicationRecord application, @Nullable String requestId) {
		return new StepOutcome.Applied(Map.of("appId", application.appId().toString(), "applicationObjectId",
				application.objectId().toString()), null, requestId);
	}

	private static boolean nameHeld(Answer<?> answer) {
		return answer.fold((success) -> false,
				(failure) -> failure.status() == 400 && failure.message().contains("uniqueName"), (silence) -> false);
	}

	private Directory directory(StepCall call) {
		return this.directories.actingFor(call.delegation());
	}

}
