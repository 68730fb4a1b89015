package health.admit.portal.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import health.admit.portal.access.AzureTrouble;
import health.admit.portal.azure.Azures;
import health.admit.portal.doctor.Target;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.SignInRequired;
import health.admit.portal.signin.StepUpRequired;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out whether a role was given a moment ago: whoever started the test may say so,
 * otherwise Azure does. Where neither tells, nothing is waited for.
 */
@Component
class YoungRoles {

	/**
	 * Services keep their decisions for five minutes, and Azure takes some of its own.
	 */
	static final Duration YOUNG = Duration.ofMinutes(10);

	private final Azures azures;

	private final Clock clock;

	YoungRoles(Azures azures, Clock clock) {
		this.azures = azures;
		this.clock = clock;
	}

	/** Those for one test, as its operator can see them. */
	ArrivingRoles of(TestPlan plan, Delegation delegation) {
		return (principal) -> isYoung(plan.roleGiven()) || isAssigned(plan, principal, delegation);
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
				.anyMatch((assignment) -> isYoung(assignment.created())), (trouble) -> false);
		}
		catch (StepUpRequired | SignInRequired ex) {
			// Nobody can be asked while the test runs.
			return false;
		}
	}

	private boolean isYoung(@Nullable Instant given) {
		return given != null && given.isAfter(this.clock.instant().minus(YOUNG));
	}

}
