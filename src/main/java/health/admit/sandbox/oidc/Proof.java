package health.admit.sandbox.oidc;

/**
 * How a client proved who it is; {@code appidacr} in its tokens.
 */
enum Proof {

	NONE("0"), SECRET("1"), CERTIFICATE("2");

	private final String acr;

	Proof(String acr) {
		this.acr = acr;
	}

	String acr() {
		return this.acr;
	}

}
