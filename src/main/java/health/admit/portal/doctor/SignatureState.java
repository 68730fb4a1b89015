package health.admit.portal.doctor;

/**
 * What can be said of the signature of a token.
 */
public enum SignatureState {

	/** Made by a key of this directory. */
	VALID,

	/** A key of this directory has that id, and did not make this signature. */
	INVALID,

	/** The header says {@code none}, or there is no signature. */
	NOT_SIGNED,

	/** Not checked: the token says it is from another directory. */
	OTHER_TENANT,

	/** Not checked: only Microsoft Graph can check tokens with a nonce in the header. */
	ONLY_FOR_GRAPH,

	/** Not checked: not a kind of signature that Entra makes. */
	OTHER_ALGORITHM,

	/** Not checked: none of the directory's keys has that id. */
	KEY_UNKNOWN,

	/** Not checked: the keys could not be read. */
	KEYS_NOT_READ;

	/** Message key of what it means. */
	public String key() {
		return "doctor.signature." + name();
	}

	/** Whether this is a reason to distrust the token. */
	public boolean isBad() {
		return this == INVALID || this == NOT_SIGNED || this == OTHER_ALGORITHM;
	}

}
