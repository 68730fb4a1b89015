package health.admit.portal.directory;

import java.util.Set;

import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.PortalTokens;

/**
 * The portal's own tokens. What they allow is not told by scopes, so Graph has to say
 * whether it is enough.
 */
record PortalsTokens(PortalTokens source) implements Tokens {

	@Override
	public String with(Set<DelegatedScope> scopes) {
		return this.source.graph();
	}

	@Override
	public void forget() {
		this.source.forget();
	}

	@Override
	public boolean actForSomebody() {
		return false;
	}

}
