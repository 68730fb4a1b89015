package health.admit.portal.signin;

/**
 * Who may use a route.
 */
enum Access {

	EVERYBODY, SIGNED_IN, ANY_ROLE, REGISTRAR, HELP_DESK, AUDITOR

}
