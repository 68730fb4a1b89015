package health.admit.portal.registration;

/**
 * The admin saved a page that was loaded before another tab changed the draft. What was
 * typed is put aside; the admin chooses.
 */
class DraftConflict extends RuntimeException {

	private final transient Draft current;

	private final transient DraftContent mine;

	private final WizardStep step;

	DraftConflict(Draft current, DraftContent mine, WizardStep step) {
		super("Draft " + current.id() + " was changed in another tab");
		this.current = current;
		this.mine = mine;
		this.step = step;
	}

	Draft current() {
		return this.current;
	}

	DraftContent mine() {
		return this.mine;
	}

	WizardStep step() {
		return this.step;
	}

}
