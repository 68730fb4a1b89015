package health.admit.portal.cloud;

/**
 * The clouds a portal can be pointed at. Tokens of one mean nothing to another.
 */
public enum CloudName {

	GLOBAL, US_GOV, US_GOV_DOD, CHINA, SANDBOX

}
