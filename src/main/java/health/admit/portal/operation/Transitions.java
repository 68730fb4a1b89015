package health.admit.portal.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.operation.StepEvent.Kind;
import health.admit.portal.operation.StepHandler.Repetition;
import health.admit.portal.operation.StepRow.Said;
import health.admit.portal.operation.StepRow.Wait;
import health.admit.portal.operation.StepState.Status;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the engine as functions from what happened to what the journal says next.
 */
final class Transitions {

	/** Every copy of the directory shows a write after this long. */
	static final Duration LAG_WINDOW = Duration.ofSeconds(60);

	/** Bounds a step whose causes of waiting alternate. */
	private static final int ATTEMPTS = 100;

	private static final int CLEAN_LOOKS = 5;

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

	private static final Duration BETWEEN_RECORDS = Duration.ofSeconds(10);

	private static final Duration BETWEEN_SEARCHES = Duration.ofSeconds(5);

	private static final Set<String> CERTAINLY_NOTHING = Set.of("operation.wait.throttled",
			"operation.wait.unreachable", LastWrites.WAIT);

	private static final Set<String> SAW_NOTHING = Set.of("operation.wait.throttled", "operation.wait.unreachable",
			"operation.wait.concurrency");

	private Transitions() {
	}

	static Change intent(StepRow step, UUID clientRequestId, Instant now) {
		return Change.running(step.sending(clientRequestId, now), Kind.INTENT, clientRequestId);
	}

	/**
	 * A look is journaled like a write, because it may remove leftovers.
	 */
	static Change look(StepRow step, UUID clientRequestId) {
		return Change.running(step, (step.status() == Status.SETTLING) ? Kind.SETTLE_INTENT : Kind.LOOK_INTENT,
				clientRequestId);
	}

	static Change delayed(StepRow step, String cause, Instant until) {
		return Change.running(step.waiting(step.status(), Wait.once(cause, until), step.said()), null, null);
	}

	/**
	 * Nothing is sent, and nothing done counts as done, until it can be recorded.
	 */
	static Change unrecorded(StepRow step, Instant now) {
		return delayed(step, Backoff.UNRECORDED, now.plus(BETWEEN_RECORDS));
	}

	/**
	 * An intent was found without an outcome: the portal stopped in between.
	 */
	static Change interrupted(StepRow step) {
		return Change.running(step.waiting(Status.UNKNOWN, step.pending(), step.said()), Kind.UNANSWERED,
				step.sent().clientRequestId());
	}

	/**
	 * What sending the write came to.
	 */
	static Change sent(StepRow step, Repetition repetition, StepOutcome outcome, Instant now) {
		UUID call = step.sent().clientRequestId();
		return outcome.fold((applied) -> applied(step, repetition, applied, now),
				(notYet) -> notYet(CERTAINLY_NOTHING.contains(notYet.waitingFor()) ? step.leftNothing() : step, notYet,
						now)
					.knowing(notYet.facts()),
				(unknown) -> unknown(step, call, unknown, now),
				(refused) -> Change.refused(refused(step, Status.PENDING, refused), call), (need) -> Change
					.parked(step.leftNothing().waiting(Status.PENDING, Wait.NONE, step.said()), call, need));
	}

	/**
	 * What looking for an unanswered write came to.
	 * @param call id of the look
	 */
	static Change looked(StepRow step, Repetition repetition, UUID call, StepOutcome outcome, Instant now) {
		return outcome.fold((applied) -> adopted(step, repetition, call, applied, now),
				(notYet) -> SAW_NOTHING.contains(notYet.waitingFor())
						? retry(step, call, Kind.NOT_YET, notYet.waitingFor(), notYet.after(),
								new Said(notYet.code(), notYet.message(), notYet.requestId()), now)
						: absent(step, repetition, call, now),
				(unknown) -> unknown(step, call, unknown, now),
				(refused) -> Change.refused(refused(step, Status.UNKNOWN, refused), call),
				(need) -> Change.parked(step.waiting(Status.UNKNOWN, Wait.NONE, step.said()), call, need));
	}

	/**
	 * What looking for leftovers came to: {@link StepOutcome.Applied} for a clean look,
	 * {@link StepOutcome.NotYet} when there were some.
	 */
	static Change settled(StepRow step, UUID call, StepOutcome outcome, Instant now) {
		Wait next = Wait.once(Backoff.SETTLING, now.plus(BETWEEN_LOOKS));
		return outcome.fold(
				(clean) -> (step.cleanLooks() + 1 < CLEAN_LOOKS)
						? Change.running(step.cleanLook(new Wait(Backoff.SETTLING, next.until(), step.pending().tries(),
								step.pending().triesAtMost())), Kind.CLEAN, call)
						: Change.running(step.done(Status.APPLIED, Wait.NONE, step.said().requestId()), Kind.SETTLED,
								call),
				(leftovers) -> unsettled(step, call, Kind.LEFTOVERS, now),
				(unknown) -> unsettled(step, call, Kind.UNANSWERED, now),
				(refused) -> Change.refused(refused(step, Status.SETTLING, refused), call),
				(need) -> Change.parked(step.waiting(Status.SETTLING, Wait.NONE, step.said()), call, need));
	}

	private static Change applied(StepRow step, Repetition repetition, StepOutcome.Applied applied, Instant now) {
		boolean alone = step.sent().sends() == 1 || repetition != Repetition.UNDER_NEW_MARKER;
		StepRow done = alone ? step.done(Status.APPLIED, Wait.NONE, applied.requestId())
				: step.done(Status.SETTLING, untilVisible(step, now), applied.requestId());
		return Change.brought(done, Kind.APPLIED, step.sent().clientRequestId(), applied);
	}

	private static Change adopted(StepRow step, Repetition repetition, UUID call, StepOutcome.Applied applied,
			Instant now) {
		StepRow done = (repetition != Repetition.UNDER_NEW_MARKER)
				? step.done(Status.APPLIED, Wait.NONE, applied.requestId())
				: step.done(Status.SETTLING, untilVisible(step, now), applied.requestId());
		return Change.brought(done, Kind.ADOPTED, call, applied);
	}

	private static Wait untilVisible(StepRow step, Instant now) {
		Instant sentAt = step.sent().at();
		return Wait.once(Backoff.SETTLING, ((sentAt != null) ? sentAt : now).plus(LAG_WINDOW));
	}

	private static Change notYet(StepRow step, StepOutcome.NotYet notYet, Instant now) {
		Said said = new Said(notYet.code(), notYet.message(), notYet.requestId());
		return retry(step.waiting(Status.WAITING, step.pending(), said), step.sent().clientRequestId(), Kind.NOT_YET,
				notYet.waitingFor(), notYet.after(), said, now);
	}

	private static Change unknown(StepRow step, @Nullable UUID call, StepOutcome.Unknown unknown, Instant now) {
		Said said = new Said("NoAnswer", unknown.cause(), unknown.requestId());
		return retry(step.waiting(Status.UNKNOWN, step.pending(), said), call, Kind.UNANSWERED, Backoff.UNANSWERED,
				unknown.after(), said, now);
	}

	private static Change retry(StepRow step, @Nullable UUID call, Kind kind, String cause, @Nullable Duration asked,
			Said said, Instant now) {
		int tries = step.pending().triesWith(cause);
		int most = Backoff.triesAtMost(cause);
		if (tries >= most || step.sent().attempt() >= ATTEMPTS) {
			return Change.refused(step.waiting(step.status(), new Wait(cause, null, tries, most), said), call);
		}
		Wait wait = new Wait(cause, now.plus(Backoff.before(cause, tries, asked)), tries, most);
		return Change.running(step.waiting(step.status(), wait, said), kind, call);
	}

	/**
	 * Nothing was found. What has no key at all is sent under a new marker at once; what
	 * could still turn up is looked for until every copy must show it.
	 */
	private static Change absent(StepRow step, Repetition repetition, UUID call, Instant now) {
		Instant sentAt = step.sent().at();
		boolean certain = repetition == Repetition.UNDER_NEW_MARKER || sentAt == null
				|| !now.isBefore(sentAt.plus(LAG_WINDOW));
		return certain
				? Change.running(step.waiting(Status.PENDING, step.pending().over(), step.said()), Kind.ABSENT, call)
				: Change.running(
						step.waiting(Status.UNKNOWN,
								new Wait(Backoff.LOOKING, now.plus(BETWEEN_SEARCHES),
										step.pending().triesWith(Backoff.LOOKING), Backoff.TRIES),
								step.said()),
						Kind.ABSENT, call);
	}

	private static Change unsettled(StepRow step, UUID call, Kind kind, Instant now) {
		int tries = step.pending().tries() + 1;
		Wait wait = new Wait(Backoff.SETTLING, now.plus(BETWEEN_LOOKS), tries, Backoff.TRIES);
		if (tries < Backoff.TRIES) {
			return Change.running(step.waiting(Status.SETTLING, wait, step.said()), kind, call);
		}
		return Change.refused(step.waiting(Status.SETTLING, new Wait(Backoff.SETTLING, null, tries, Backoff.TRIES),
				new Said("Unsettled", null, null)), call);
	}

	private static StepRow refused(StepRow step, Status next, StepOutcome.Refused refused) {
		return step.waiting(next, Wait.NONE, new Said(refused.code(), refused.message(), refused.requestId()));
	}

}
