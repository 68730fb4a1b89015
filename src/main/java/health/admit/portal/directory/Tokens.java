package health.admit.portal.directory;

import java.util.Set;

import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;

/**
 * The tokens of one operator.
 */
record Tokens(DelegatedTokens source, Delegation delegation) {

	/**
	 * A token that carries at least these scopes.
	 */
	String with(Set<DelegatedScope> scopes) {
		return this.source.graph(this.delegation, scopes);
	}

	/**
	 * Drops the token, because Graph refused it.
	 */
	void forget() {
		this.source.forget(this.delegation);
	}

}
