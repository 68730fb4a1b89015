package health.admit.portal.signin;

import java.time.Instant;

/**
 * The person behind the current request.
 */
public interface CurrentOperator {

	/**
	 * Who is signed in.
	 * @throws IllegalStateException outside a signed-in request
	 */
	Operator operator();

	/**
	 * The handle on that person's tokens, for work that outlives the request.
	 * @throws IllegalStateException outside a signed-in request
	 */
	Delegation delegation();

	/**
	 * When the session ends, whatever is done in it.
	 * @throws IllegalStateException outside a signed-in request
	 */
	Instant sessionEnds();

	/**
	 * Makes sure that the operator has granted these scopes, so that a later POST need
	 * not leave the portal. Call it on a GET page before the form is shown.
	 * @throws StepUpRequired when a scope is missing; the browser goes to sign-in and
	 * comes back to the same page
	 */
	void require(DelegatedScope... scopes);

}
