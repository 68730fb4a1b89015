package health.admit.portal.registration;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.Done;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepOutcome;
import health.admit.portal.signin.DelegatedScope;

import org.springframework.stereotype.Component;

/**
 * Makes somebody an owner of the new application. Being an owner twice is refused, and
 * means that it is done: Entra makes some people the owner of what they create.
 */
@Component
class OwnerAddition implements StepHandler {

	static final Set<DelegatedScope> SCOPES = Set.of(DelegatedScope.APPLICATION_WRITE, DelegatedScope.DIRECTORY_READ);

	private final Directories directories;

	OwnerAddition(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return RegistrationPlanner.OWNER;
	}

	@Override
	public Repetition repetition() {
		return Repetition.IDEMPOTENT;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		Answer<Done> answer = directory(call).addOwner(application(call), person(call), call.clientRequestId());
		if (alreadyOwner(answer)) {
			return new StepOutcome.Applied(Map.of(), null, answer.trace().requestId());
		}
		return Answers.read(answer, SCOPES, (failure) -> failure.status() == 404 && !names(failure, person(call)),
				(success) -> new StepOutcome.Applied(Map.of(), null, success.trace().requestId()));
	}

	@Override
	public StepOutcome reconcile(StepCall call) {
		boolean there = directory(call).owners(application(call))
			.stream()
			.anyMatch((owner) -> owner.objectId().equals(person(call)));
		return there ? new StepOutcome.Applied(Map.of())
				: new StepOutcome.NotYet("operation.wait.replication", null, "", "", null);
	}

	private static boolean alreadyOwner(Answer<Done> answer) {
		return answer.fold((success) -> false,
				(failure) -> failure.status() == 400 && failure.message().contains("already exist"),
				(silence) -> false);
	}

	/** The person is gone from the directory; waiting will not bring them back. */
	private static boolean names(Answer.Failure<Done> failure, UUID person) {
		return failure.message().contains(person.toString());
	}

	private Directory directory(StepCall call) {
		return this.directories.actingFor(call.delegation());
	}

	private static UUID application(StepCall call) {
		return UUID.fromString(call.fact("applicationObjectId"));
	}

	private static UUID person(StepCall call) {
		return UUID.fromString(call.parameter("person"));
	}

}
