package health.admit.portal.registration;

/**
 * Identity providers whose tokens are worth trusting, with what issuer and subject look
 * like there. Words in capitals have to be replaced.
 */
enum FederationPreset {

	GITHUB_BRANCH("github-main", "https://token.actions.githubusercontent.com",
			"repo:ORGANISATION/REPOSITORY:ref:refs/heads/main"),

	GITHUB_ENVIRONMENT("github-production", "https://token.actions.githubusercontent.com",
			"repo:ORGANISATION/REPOSITORY:environment:production"),

	KUBERNETES("kubernetes", "https://ISSUER-URL-OF-THE-CLUSTER", "system:serviceaccount:NAMESPACE:SERVICE-ACCOUNT"),

	OTHER("", "", "");

	private final String name;

	private final String issuer;

	private final String subject;

	FederationPreset(String name, String issuer, String subject) {
		this.name = name;
		this.issuer = issuer;
		this.subject = subject;
	}

	FederationForm form() {
		return new FederationForm(this.name, this.issuer, this.subject, FederationForm.USUAL_AUDIENCE, "");
	}

}
