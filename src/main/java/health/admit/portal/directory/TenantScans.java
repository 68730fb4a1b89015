package health.admit.portal.directory;

import health.admit.portal.signin.Delegation;

/**
 * Opens the reading of a whole tenant.
 */
public interface TenantScans {

	/**
	 * With the tokens of this operator.
	 */
	TenantScan actingFor(Delegation delegation);

	/**
	 * With the portal's own app-only tokens, which need the application permission
	 * {@code Application.Read.All}.
	 */
	TenantScan actingAsPortal();

}
