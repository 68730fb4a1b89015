package health.admit.portal.signin;

import java.util.Set;

/**
 * Access tokens that act for a signed-in operator, fetched and refreshed on the server.
 */
public interface DelegatedTokens {

	/**
	 * A token for Microsoft Graph that carries at least the given scopes. Works on any
	 * thread and any node.
	 * @param delegation whose token
	 * @param scopes what the token must allow
	 * @return the token; never log it, never store it
	 * @throws StepUpRequired when the operator has not granted a scope yet, or Entra
	 * wants to see the operator again
	 * @throws SignInRequired when the session behind the delegation has ended
	 */
	String graph(Delegation delegation, Set<DelegatedScope> scopes);

	/**
	 * A token for Azure Resource Manager. Works on any thread and any node.
	 * @param delegation whose token
	 * @return the token; never log it, never store it
	 * @throws StepUpRequired when the operator has not granted
	 * {@link DelegatedScope#AZURE} yet, or Entra wants to see the operator again
	 * @throws SignInRequired when the session behind the delegation has ended
	 * @throws TokensRefused when Entra gives this operator no such token
	 */
	String resourceManager(Delegation delegation);

	/**
	 * Drops the stored access tokens, because a service refused one.
	 */
	void forget(Delegation delegation);

}
