package health.admit.portal.credentials;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.IssuedSecret;
import health.admit.portal.directory.SecretSummary;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepOutcome;

import org.springframework.stereotype.Component;

/**
 * Adds a client secret. Nothing tells the service that two requests mean one secret, so
 * each attempt marks its secret in the display name, and what lost attempts left behind
 * is found by the mark and removed.
 */
@Component
class SecretCreation implements StepHandler {

	private final Directories directories;

	SecretCreation(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return CredentialSteps.SECRET;
	}

	@Override
	public Repetition repetition() {
		return Repetition.UNDER_NEW_MARKER;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		String start = call.step().parameters().get("start");
		Answer<IssuedSecret> answer = directory(call).addSecret(application(call),
				call.parameter("label") + " · " + call.marker(), (start != null) ? Instant.parse(start) : null,
				Instant.parse(call.parameter("end")), call.clientRequestId());
		return Answers.read(answer, CredentialSteps.SCOPES, (failure) -> failure.status() == 404,
				SecretCreation::applied);
	}

	/**
	 * A secret whose answer was lost can never be read again, so there is nothing to
	 * adopt: the next attempt makes another one, and {@link #settle} removes this one.
	 */
	@Override
	public StepOutcome reconcile(StepCall call) {
		return new StepOutcome.NotYet("credentials.wait.lost", null, "", "", null);
	}

	/**
	 * Removes at most one stray secret per look, so that each removal is journaled with a
	 * call of its own.
	 */
	@Override
	public boolean settle(StepCall call) {
		Directory directory = directory(call);
		Optional<ApplicationRecord> application = directory.application(application(call));
		if (application.isEmpty()) {
			return false;
		}
		List<UUID> strays = strays(call, application.get());
		if (strays.isEmpty()) {
			return true;
		}
		directory.removeSecret(application(call), strays.get(0), call.clientRequestId());
		return false;
	}

	private static List<UUID> strays(StepCall call, ApplicationRecord application) {
		String ours = " · admit:" + call.operation() + ":";
		UUID kept = UUID.fromString(call.fact("secretKeyId"));
		return application.secrets()
			.stream()
			.filter((secret) -> secret.displayName() != null && secret.displayName().contains(ours))
			.map(SecretSummary::keyId)
			.filter((keyId) -> !keyId.equals(kept))
			.toList();
	}

	private static StepOutcome applied(Answer.Success<IssuedSecret> success) {
		IssuedSecret issued = success.value();
		Map<String, String> facts = new TreeMap<>(
				Map.of("secretKeyId", issued.keyId().toString(), "secretEnd", issued.end().toString()));
		if (issued.hint() != null) {
			facts.put("secretHint", issued.hint());
		}
		return new StepOutcome.Applied(facts, issued.secret(), success.trace().requestId());
	}

	private Directory directory(StepCall call) {
		return this.directories.actingFor(call.delegation());
	}

	private static UUID application(StepCall call) {
		return UUID.fromString(call.fact("applicationObjectId"));
	}

}
