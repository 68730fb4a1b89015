package health.admit.portal.directory;

import java.util.Set;

import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;

/**
 * The tokens of one operator.
 */
record OperatorsTokens(DelegatedTokens source, Delegation delegation) implements Tokens {

	@Override
	public String with(Set<DelegatedScope> scopes) {
		return this.source.graph(this.delegation, scopes);
	}

	@Override
	public void forget() {
		this.source.forget(this.delegation);
	}

	@Override
	public boolean actForSomebody() {
		return true;
	}

}
