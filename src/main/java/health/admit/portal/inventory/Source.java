package health.admit.portal.inventory;

/**
 * Where a credential hangs.
 */
public enum Source {

	/** On an application object of the tenant. */
	APPLICATION,

	/**
	 * On a service principal: signing certificates of SAML, secrets of enterprise
	 * applications.
	 */
	SERVICE_PRINCIPAL

}
