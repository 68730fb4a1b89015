package health.admit.portal.connection;

import java.time.Clock;
import java.util.UUID;

import health.admit.portal.access.AzureTrouble;
import health.admit.portal.azure.Azures;
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.doctor.Target;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.SignInRequired;
import health.admit.portal.signin.StepUpRequired;
import org.springframework.stereotype.Component;

/**
 * Finds out whether a role was given a moment ago: whoever started the test may say so,
 * otherwise Azure does. Where neither tells, nothing is waited for.
 */
@Component
class YoungRoles {

	private final Azures azures;

	private final Clock clock;

	YoungRoles(Azures azures, Clock clock) {
		this.azures = azures;
		this.clock = clock;
	}

	/** Those for one test, as its operator can see them. */
	ArrivingRoles of(TestPlan plan, Delegation delegation) {
		return (principal) -> RoleAssignment.isFresh(plan.roleGiven(), this.clock.instant())
				|| isAssigned(plan, principal, delegation);
	}

	private boolean isAssigned(TestPlan plan, UUID principal, Delegation delegation) {
		Target target = Target.of(plan.service());
		try {
			return AzureTrouble.insteadOf(() -> this.azures.actingFor(delegation)
				.assignmentsOf(principal)
				.found()
				.items()
				.stream()
				.filter(target::isOpenTo)
				.anyMatch((assignment) -> assignment.isFresh(this.clock.instant())), (trouble) -> false);
		}
		catch (StepUpRequired | SignInRequired ex) {
			// Nobody can be asked while the test runs.
			return false;
		}
	}

}
