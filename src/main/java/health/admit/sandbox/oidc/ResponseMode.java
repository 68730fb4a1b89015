package health.admit.sandbox.oidc;

/**
 * How the answer travels back through the browser.
 */
enum ResponseMode {

	QUERY, FRAGMENT, FORM_POST

}
