package health.admit.portal.signin;

import java.util.Set;

/**
 * What an operator has granted the portal so far.
 */
public interface GrantedScopes {

	/**
	 * The scopes of the stored token.
	 * @throws SignInRequired when the session behind the delegation has ended
	 */
	Set<DelegatedScope> of(Delegation delegation);

}
