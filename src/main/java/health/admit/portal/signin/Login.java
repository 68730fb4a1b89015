package health.admit.portal.signin;

import java.time.Instant;
import java.util.Set;

/**
 * One visit to Entra's sign-in page, from the redirect there to the callback.
 *
 * @param state ties the callback to this visit
 * @param nonce ties the ID token to this visit
 * @param verifier proof key for the code
 * @param to path to return to
 * @param asked scopes that a step-up is for; empty for a plain sign-in
 */
record Login(String state, String nonce, String verifier, String to, Set<DelegatedScope> asked, Instant at) {

	/** Name of the attribute of the callback request that holds this. */
	static final String ATTRIBUTE = Login.class.getName();

	static final String TO = "admit.to";

	static final String ASKED = "admit.asked";

	@Override
	public String toString() {
		return "Login[to=" + this.to + ", asked=" + this.asked + "]";
	}

}
