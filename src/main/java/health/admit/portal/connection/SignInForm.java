package health.admit.portal.connection;

import org.jspecify.annotations.Nullable;

/**
 * What a sign-in brought. Neither the address with the code nor a secret is shown again.
 */
final class SignInForm {

	private final ConnectionForm test;

	private final String state;

	private final String verifier;

	private final String answer;

	/**
	 * A form; whatever is missing is empty.
	 * @param answer the address the browser was sent to after the sign-in
	 */
	SignInForm(@Nullable String address, @Nullable String clientId, @Nullable String way, @Nullable String need,
			@Nullable String redirectUri, @Nullable String roleGiven, @Nullable String secret, @Nullable String pem,
			@Nullable String pemPassword, @Nullable String state, @Nullable String verifier, @Nullable String answer) {
		this.test = new ConnectionForm(address, clientId, way, need, redirectUri, secret, pem, pemPassword, roleGiven);
		this.state = (state != null) ? state : "";
		this.verifier = (verifier != null) ? verifier : "";
		this.answer = (answer != null) ? answer : "";
	}

	static SignInForm of(ConnectionForm form, SignIn signIn) {
		return new SignInForm(form.getAddress(), form.getClientId(), form.getWay().name(), form.getNeed().name(),
				form.getRedirectUri(), form.getRoleGiven(), null, null, null, signIn.state(), signIn.verifier(), null);
	}

	public String getAddress() {
		return this.test.getAddress();
	}

	public String getClientId() {
		return this.test.getClientId();
	}

	public Way getWay() {
		return this.test.getWay();
	}

	public Need getNeed() {
		return this.test.getNeed();
	}

	public String getRedirectUri() {
		return this.test.getRedirectUri();
	}

	public String getRoleGiven() {
		return this.test.getRoleGiven();
	}

	public String getState() {
		return this.state;
	}

	public String getVerifier() {
		return this.verifier;
	}

	/** Never what was pasted: what templates find under its name. */
	public String getAnswer() {
		return "";
	}

	/** Never the secret: what templates find under its name. */
	public String getSecret() {
		return "";
	}

	/** Never the key: what templates find under its name. */
	public String getPem() {
		return "";
	}

	/** Never the password: what templates find under its name. */
	public String getPemPassword() {
		return "";
	}

	ConnectionForm test() {
		return this.test;
	}

	String answer() {
		return this.answer;
	}

	@Override
	public String toString() {
		return this.test.toString();
	}

}
