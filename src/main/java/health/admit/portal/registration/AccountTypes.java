package health.admit.portal.registration;

/**
 * Whose accounts may use the client.
 */
enum AccountTypes {

	THIS_DIRECTORY("AzureADMyOrg"), ANY_DIRECTORY("AzureADMultipleOrgs"),
	ANY_DIRECTORY_AND_PERSONAL("AzureADandPersonalMicrosoftAccount"), PERSONAL_ONLY("PersonalMicrosoftAccount");

	private final String signInAudience;

	AccountTypes(String signInAudience) {
		this.signInAudience = signInAudience;
	}

	/**
	 * The value of {@code signInAudience}.
	 */
	String signInAudience() {
		return this.signInAudience;
	}

}
