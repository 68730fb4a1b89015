package health.admit.portal.registration;

import java.util.Locale;

/**
 * The pages of the wizard, in order.
 */
enum WizardStep {

	BASICS, AUTHENTICATION, CREDENTIALS, PERMISSIONS, ACCESS, REVIEW;

	/**
	 * Last part of the page's address; also its part of message keys.
	 */
	String path() {
		return name().toLowerCase(Locale.ROOT);
	}

}
