package health.admit.portal.registration;

/**
 * One way for the new client to get a token.
 *
 * @param title message key of the name of the grant
 * @param why message key of when to use it
 * @param commands commands for a Unix shell; no secret in them
 */
record TokenRequest(String title, String why, String commands) {
}
