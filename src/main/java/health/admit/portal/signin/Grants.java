package health.admit.portal.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the tokens of signed-in operators, so that any node and any thread can use them
 * while the session lasts.
 */
interface Grants {

	/**
	 * Keeps these tokens until then, instead of any there were.
	 */
	void save(Delegation delegation, GrantTokens tokens, Instant until);

	/**
	 * The tokens, unless the session behind them has ended.
	 */
	Optional<Stored> find(Delegation delegation);

	/**
	 * Replaces tokens, unless somebody else has done so since they were read.
	 */
	void replace(Delegation delegation, Stored stored, GrantTokens fresh);

	/**
	 * The session lives on: keep the tokens until then.
	 */
	void extend(Delegation delegation, Instant until);

	/**
	 * The session has ended.
	 */
	void end(UUID grant);

	/**
	 * Removes what has outlived its session.
	 */
	void purge();

	/**
	 * Tokens with the number of the write that stored them.
	 */
	record Stored(GrantTokens tokens, int version) {
	}

}
