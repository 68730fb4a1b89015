package health.admit.portal.directory;

import java.util.Set;

import health.admit.portal.signin.DelegatedScope;

/**
 * The tokens that calls to Graph carry.
 */
interface Tokens {

	/**
	 * A token that carries at least these scopes.
	 */
	String with(Set<DelegatedScope> scopes);

	/**
	 * Drops the token, because Graph refused it.
	 */
	void forget();

	/**
	 * Whether there is somebody who could be sent to sign in once more.
	 */
	boolean actForSomebody();

}
