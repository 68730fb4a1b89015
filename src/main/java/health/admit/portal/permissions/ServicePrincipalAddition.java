package health.admit.portal.permissions;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepOutcome;
import health.admit.portal.signin.DelegatedScope;
import org.jspecify.annotations.Nullable;

/**
 * Makes an application present in this tenant, whoever owns it. The app id is the natural
 * key: one that is there already is adopted, never made again.
 */
public final class ServicePrincipalAddition {

	private final Directories directories;

	private final Set<DelegatedScope> scopes;

	private final Predicate<Answer.Failure<ServicePrincipalRecord>> notYet;

	/**
	 * An addition.
	 * @param scopes that adding needs, for the sign-in a refusal may ask for
	 * @param notYet tells the refusals that only mean "not replicated yet"
	 */
	public ServicePrincipalAddition(Directories directories, Set<DelegatedScope> scopes,
			Predicate<Answer.Failure<ServicePrincipalRecord>> notYet) {
		this.directories = directories;
		this.scopes = scopes;
		this.notYet = notYet;
	}

	/**
	 * Adds it.
	 * @param fact name of the fact that keeps its object id
	 */
	public StepOutcome add(StepCall call, UUID appId, String fact) {
		Answer<ServicePrincipalRecord> answer = directory(call).createServicePrincipal(appId, call.clientRequestId());
		return answer.fold((success) -> read(answer, fact), (failure) -> refused(call, appId, fact, failure),
				(silence) -> read(answer, fact));
	}

	/**
	 * Looks for it, after a silence or where it was there before.
	 */
	public StepOutcome find(StepCall call, UUID appId, String fact) {
		return directory(call).servicePrincipal(appId)
			.map((found) -> applied(fact, found, null))
			.orElseGet(() -> new StepOutcome.NotYet("operation.wait.replication", null, "", "", null));
	}

	private StepOutcome refused(StepCall call, UUID appId, String fact,
			Answer.Failure<ServicePrincipalRecord> failure) {
		if (failure.status() == 409 && "Request_MultipleObjectsWithSameKeyValue".equals(failure.code())) {
			return find(call, appId, fact);
		}
		if (failure.status() == 403 && failure.message().contains("must in the local tenant")) {
			return new StepOutcome.NotYet("operation.wait.replication-short", failure.retryAfter(), failure.code(),
					failure.message(), failure.trace().requestId());
		}
		return read(failure, fact);
	}

	private StepOutcome read(Answer<ServicePrincipalRecord> answer, String fact) {
		return Answers.read(answer, this.scopes, this.notYet,
				(success) -> applied(fact, success.value(), success.trace().requestId()));
	}

	private static StepOutcome applied(String fact, ServicePrincipalRecord principal, @Nullable String requestId) {
		return new StepOutcome.Applied(Map.of(fact, principal.objectId().toString()), null, requestId);
	}

	private Directory directory(StepCall call) {
		return this.directories.actingFor(call.delegation());
	}

}
