package health.admit.portal.registration;

import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepOutcome;
import health.admit.portal.permissions.ServicePrincipalAddition;
import health.admit.portal.signin.DelegatedScope;

import org.springframework.stereotype.Component;

/**
 * Makes the application's presence in this tenant, without which it gets neither token
 * nor Azure role. The app id is its natural key.
 */
@Component
class ServicePrincipalCreation implements StepHandler {

	private static final String FACT = "servicePrincipalObjectId";

	private final ServicePrincipalAddition addition;

	ServicePrincipalCreation(Directories directories) {
		this.addition = new ServicePrincipalAddition(directories, Set.of(DelegatedScope.APPLICATION_WRITE),
				ServicePrincipalCreation::applicationIsTooNew);
	}

	@Override
	public String kind() {
		return RegistrationPlanner.SERVICE_PRINCIPAL;
	}

	@Override
	public Repetition repetition() {
		return Repetition.IDEMPOTENT;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		return this.addition.add(call, appId(call), FACT);
	}

	@Override
	public StepOutcome reconcile(StepCall call) {
		return this.addition.find(call, appId(call), FACT);
	}

	/** The application exists, but not yet where this call ended up. */
	private static boolean applicationIsTooNew(Answer.Failure<ServicePrincipalRecord> failure) {
		return failure.status() == 404 || failure.message().contains("does not reference a valid application object");
	}

	private static UUID appId(StepCall call) {
		return UUID.fromString(call.fact("appId"));
	}

}
