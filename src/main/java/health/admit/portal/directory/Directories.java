package health.admit.portal.directory;

import health.admit.portal.signin.Delegation;

/**
 * Opens the directory on behalf of a signed-in operator.
 */
public interface Directories {

	/**
	 * The directory as this operator may see and change it. Cheap; make one per use.
	 */
	Directory actingFor(Delegation delegation);

}
