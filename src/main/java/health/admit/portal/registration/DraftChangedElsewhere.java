package health.admit.portal.registration;

/**
 * Another tab or window saved the draft after this page was loaded; nothing was kept.
 */
class DraftChangedElsewhere extends RuntimeException {

	private final transient Draft current;

	DraftChangedElsewhere(Draft current) {
		super("Draft " + current.id() + " is at version " + current.version());
		this.current = current;
	}

	Draft current() {
		return this.current;
	}

}
