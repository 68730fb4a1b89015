package health.admit.portal.directory;

import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.CallTrace;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.TokensRefused;

/**
 * Tokens for reading in the background, where no page shows what the sign-in service
 * said: its refusal counts as one of the directory.
 */
record ScanTokens(Tokens inner) implements Tokens {

	@Override
	public String with(Set<DelegatedScope> scopes) {
		try {
			return this.inner.with(scopes);
		}
		catch (TokensRefused ex) {
			CallTrace unsent = new CallTrace(UUID.randomUUID(), null);
			if (ex.isPassing()) {
				throw new DirectoryUnavailable("The sign-in service gave no token: " + ex.code(), unsent, ex);
			}
			throw new DirectoryRefused(401, ex.code(), Fields.text(ex.getMessage()), unsent);
		}
	}

	@Override
	public void forget() {
		this.inner.forget();
	}

	@Override
	public boolean actForSomebody() {
		return this.inner.actForSomebody();
	}

}
