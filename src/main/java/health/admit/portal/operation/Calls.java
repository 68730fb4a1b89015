package health.admit.portal.operation;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import health.admit.portal.cloud.ReadRefused;
import health.admit.portal.cloud.ReadUnanswered;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.SignInRequired;
import health.admit.portal.signin.StepUpRequired;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Lets handlers make their calls, a few at a time, and turns whatever they throw into an
 * outcome: a fault in a handler must not lose a write.
 */
@Component
class Calls {

	/** Writes under way at one time per node. */
	private static final int AT_MOST = 8;

	private static final Logger logger = LoggerFactory.getLogger(Calls.class);

	private final Semaphore places = new Semaphore(AT_MOST);

	private final DelegatedTokens tokens;

	Calls(DelegatedTokens tokens) {
		this.tokens = tokens;
	}

	StepOutcome apply(StepHandler handler, StepCall call) {
		return outcome(call, () -> handler.apply(call));
	}

	StepOutcome reconcile(StepHandler handler, StepCall call) {
		return outcome(call, () -> handler.reconcile(call));
	}

	/**
	 * Applied for a clean look, not yet for one that found leftovers.
	 */
	StepOutcome settle(StepHandler handler, StepCall call) {
		return outcome(call, () -> handler.settle(call) ? new StepOutcome.Applied(Map.of())
				: new StepOutcome.NotYet(Backoff.SETTLING, null, "", "", null));
	}

	/**
	 * Waits for a place and does the work there. Whoever waits must not have announced
	 * the call yet: by the time there is a place, it may be another node's to make.
	 */
	<T> T inPlace(Supplier<T> work) {
		this.places.acquireUninterruptibly();
		try {
			return work.get();
		}
		finally {
			this.places.release();
		}
	}

	private StepOutcome outcome(StepCall call, Supplier<StepOutcome> work) {
		try {
			StepOutcome outcome = work.get();
			if (outcome instanceof StepOutcome.NeedsSignIn) {
				this.tokens.forget(call.delegation());
			}
			return outcome;
		}
		catch (StepUpRequired ex) {
			return new StepOutcome.NeedsSignIn(ex.scopes(), ex.claims());
		}
		catch (SignInRequired ex) {
			return new StepOutcome.NeedsSignIn(Set.of(), null);
		}
		catch (ReadRefused ex) {
			return Answers.read(ex);
		}
		catch (ReadUnanswered ex) {
			return new StepOutcome.Unknown(String.valueOf(ex.getMessage()), ex.trace().requestId());
		}
		catch (LeaseLost ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			logger.warn("Step {} of operation {} failed unexpectedly", call.step().kind(), call.operation(), ex);
			return new StepOutcome.Unknown(ex.getClass().getSimpleName(), null);
		}
	}

}
