package health.admit.portal.azure;

import health.admit.portal.signin.Delegation;

/**
 * Opens Azure on behalf of a signed-in operator.
 */
public interface Azures {

	/**
	 * Azure as this operator may see and change it. Cheap; make one per use.
	 */
	Azure actingFor(Delegation delegation);

}
