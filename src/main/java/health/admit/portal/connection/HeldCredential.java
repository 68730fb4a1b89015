package health.admit.portal.connection;

import org.jspecify.annotations.Nullable;

/**
 * Holds the credential of a running test and lets go of it as soon as there is a token,
 * at the latest when the test ends.
 */
final class HeldCredential implements AutoCloseable {

	private volatile @Nullable Credential credential;

	private final boolean appOnly;

	HeldCredential(Credential credential) {
		this.credential = credential;
		this.appOnly = credential.isAppOnly();
	}

	/** Whether the client acts for itself, not for a person. */
	boolean isAppOnly() {
		return this.appOnly;
	}

	/**
	 * The credential.
	 * @throws IllegalStateException when it was let go of
	 */
	Credential get() {
		Credential held = this.credential;
		if (held == null) {
			throw new IllegalStateException("The credential is gone");
		}
		return held;
	}

	@Override
	public void close() {
		this.credential = null;
	}

}
