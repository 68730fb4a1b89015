package health.admit.portal.operation;

/**
 * Carries out one kind of step. A handler keeps no state, sends its write at most once
 * per call and never retries by itself: that is the engine's business.
 */
public interface StepHandler {

	/**
	 * The step kind this handler serves, such as {@code application.create}.
	 */
	String kind();

	/**
	 * Whether the write may be sent again when it is not known if the last one arrived.
	 */
	Repetition repetition();

	/**
	 * Sends the write once. The intent is committed before.
	 */
	StepOutcome apply(StepCall call);

	/**
	 * Looks by natural key or marker for what an earlier, unanswered attempt may have
	 * made; {@link StepCall#attempt()} is that attempt. {@link StepOutcome.Applied}
	 * adopts it; {@link StepOutcome.NotYet} says that it is not to be seen (yet), unless
	 * it waits for {@code throttled}, {@code concurrency} or {@code unreachable}, which
	 * like {@link StepOutcome.Unknown} say that nothing could be seen. Leftovers that
	 * cannot be adopted, such as a secret whose text was lost, are removed here. Not
	 * called for idempotent steps.
	 */
	StepOutcome reconcile(StepCall call);

	/**
	 * After more than one attempt: looks for leftovers of lost attempts, removes them,
	 * and says whether this look was clean. {@link StepCall#attempt()} is the attempt
	 * whose result is kept; its facts are in {@link StepCall#facts()}. Called until five
	 * looks in a row, a minute after the last write, were clean.
	 * @return true when nothing of this operation is there but what is kept
	 */
	default boolean settle(StepCall call) {
		return true;
	}

	/**
	 * How a write with an unknown outcome goes on.
	 */
	enum Repetition {

		/** Has a natural key: sending it again changes nothing. */
		IDEMPOTENT,

		/**
		 * Send again only after reconciling found nothing for the length of the lag
		 * window.
		 */
		WHEN_ABSENT,

		/** Makes a new thing each time: send again under a new marker, then settle. */
		UNDER_NEW_MARKER

	}

}
