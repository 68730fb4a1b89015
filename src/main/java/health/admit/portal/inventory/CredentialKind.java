package health.admit.portal.inventory;

/**
 * What a client proves its identity with.
 */
public enum CredentialKind {

	SECRET, CERTIFICATE,

	/** Trust in another issuer's tokens; it has no end. */
	FEDERATED

}
