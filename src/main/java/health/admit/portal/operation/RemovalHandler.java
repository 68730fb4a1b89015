package health.admit.portal.operation;

/**
 * Carries out a step that takes something away. What is gone already counts as removed,
 * so sending it again does no harm and there is nothing to look for.
 */
public interface RemovalHandler extends StepHandler {

	@Override
	default Repetition repetition() {
		return Repetition.IDEMPOTENT;
	}

	@Override
	default StepOutcome reconcile(StepCall call) {
		return apply(call);
	}

}
