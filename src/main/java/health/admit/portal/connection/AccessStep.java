package health.admit.portal.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import health.admit.portal.connection.Fact.Kind;
import health.admit.portal.doctor.Cause;
import health.admit.portal.doctor.Diagnosis;
import health.admit.portal.doctor.Explanations;

/**
 * The last step: the service lets the client do the least its role allows. A service
 * takes minutes to learn of a new role, so a refusal is waited out where there is one,
 * and named at once where there is none.
 */
final class AccessStep {

	private final ServiceSteps service;

	private final Patience patience;

	private final ArrivingRoles roles;

	private final Clock clock;

	private final Waiting waiting;

	private final Progress progress;

	AccessStep(ServiceSteps service, Patience patience, ArrivingRoles roles, Clock clock, Waiting waiting,
			Progress progress) {
		this.service = service;
		this.patience = patience;
		this.roles = roles;
		this.clock = clock;
		this.waiting = waiting;
		this.progress = progress;
	}

	boolean passes(IssuedToken token) {
		TestPlan plan = this.service.plan();
		ServiceRequest request = Probes.access(plan.service().api(), plan.need());
		this.progress.begin(Step.ACCESS, this.service.shown(request, true));
		Instant until = this.clock.instant().plus(this.patience.role());
		boolean arriving = false;
		for (int tries = 1;; tries++) {
			WireAnswer answer = this.service.ask(request, token);
			if (answer instanceof WireAnswer.Silent silent) {
				return this.service.silent(Step.ACCESS, silent);
			}
			if (answer instanceof WireAnswer.Answered answered) {
				List<Fact> facts = ServiceSteps.facts(answered);
				if (isAllowed(answered, plan.need())) {
					this.progress.pass(Step.ACCESS, facts);
					return true;
				}
				Trouble trouble = trouble(answered, token);
				arriving = (tries == 1) ? isArriving(trouble, token) : arriving && trouble.isAboutRole();
				if (!arriving || !this.clock.instant().isBefore(until)) {
					answered.challenges().forEach((value) -> facts.add(new Fact(Kind.CHALLENGE, value)));
					this.progress.fail(Step.ACCESS, facts, trouble);
					return false;
				}
				this.progress.await(Step.ACCESS, facts, trouble, new StepReport.Wait("connection.wait.role",
						this.clock.instant().plus(this.patience.rolePause()), until, tries));
				this.waiting.pause(this.patience.rolePause());
			}
		}
	}

	private boolean isArriving(Trouble trouble, IssuedToken token) {
		return trouble.isAboutRole() && token.facts().principalId().filter(this.roles::has).isPresent();
	}

	/**
	 * A converter that looks at the sample and does not like it has let the client in.
	 */
	private static boolean isAllowed(WireAnswer.Answered answer, Need need) {
		return answer.isOk() || (need == Need.CONVERT && answer.status() == 400);
	}

	private static Trouble trouble(WireAnswer.Answered answer, IssuedToken token) {
		Optional<Diagnosis> diagnosis = Explanations.ofAnswer(
				new health.admit.portal.doctor.ServiceAnswer(answer.status(), answer.challenges(), answer.body()));
		Cause cause = diagnosis.map(Diagnosis::cause).orElse(null);
		Trouble trouble = (cause != null) ? Trouble.of(forWhom(cause, token)) : Trouble.of(Fault.SERVICE_REFUSED);
		return trouble.forPrincipal(token.facts().principal()).coded("HTTP " + answer.status());
	}

	private static Cause forWhom(Cause cause, IssuedToken token) {
		boolean person = !token.facts().scopes().isEmpty();
		return (cause == Cause.ROLE_MISSING && person) ? Cause.USER_ROLE_MISSING : cause;
	}

}
