package health.admit.portal.permissions;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.directory.ConsentGrant;
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
 * Consents to scopes for everyone in the tenant. There is one grant for a client and an
 * API, and writing it replaces all its scopes; so it is read first and widened. Reading
 * first also finds a grant that was written although the service answered 404.
 */
@Component
class ConsentGranting implements StepHandler {

	private final Directories directories;

	ConsentGranting(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return PermissionSteps.CONSENT;
	}

	@Override
	public Repetition repetition() {
		return Repetition.IDEMPOTENT;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		Directory directory = directory(call);
		Optional<ConsentGrant> existing = existing(call);
		Set<DelegatedScope> needed = PermissionSteps.scopesFor(call.step());
		if (existing.isPresent()) {
			ConsentGrant grant = existing.get();
			if (grant.scopes().containsAll(scopes(call))) {
				return applied(call, grant.id(), null);
			}
			return Answers.read(directory.changeGrant(grant, union(grant, call), call.clientRequestId()), needed,
					Refusals::notReplicated, (success) -> applied(call, grant.id(), success.trace().requestId()));
		}
		return Answers.read(
				directory.createTenantWideGrant(PermissionSteps.clientPrincipal(call),
						PermissionSteps.resourcePrincipal(call), scopes(call), call.clientRequestId()),
				needed, (failure) -> Refusals.notReplicated(failure) || Refusals.alreadyExists(failure),
				(success) -> applied(call, success.value().id(), success.trace().requestId()));
	}

	@Override
	public StepOutcome reconcile(StepCall call) {
		return existing(call).filter((grant) -> grant.scopes().containsAll(scopes(call)))
			.map((grant) -> applied(call, grant.id(), null))
			.orElseGet(() -> new StepOutcome.NotYet("operation.wait.replication", null, "", "", null));
	}

	private Optional<ConsentGrant> existing(StepCall call) {
		UUID client = PermissionSteps.clientPrincipal(call);
		return directory(call).tenantWideGrant(client, PermissionSteps.resourcePrincipal(call));
	}

	private static List<String> union(ConsentGrant grant, StepCall call) {
		Set<String> all = new LinkedHashSet<>(grant.scopes());
		all.addAll(scopes(call));
		return List.copyOf(all);
	}

	private static List<String> scopes(StepCall call) {
		return List.of(call.parameter("scopes").split(" "));
	}

	private static StepOutcome applied(StepCall call, String grantId, @Nullable String requestId) {
		return new StepOutcome.Applied(Map.of("consent." + call.parameter("resourceAppId"), grantId), null, requestId);
	}

	private Directory directory(StepCall call) {
		return this.directories.actingFor(call.delegation());
	}

}
