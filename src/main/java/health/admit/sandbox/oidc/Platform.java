package health.admit.sandbox.oidc;

/**
 * Under which platform of an application a redirect URI is registered; decides how a code
 * may be redeemed.
 */
enum Platform {

	WEB, SPA, PUBLIC

}
