package health.admit.portal.cloud;

/**
 * The text of a client secret on its way from the cloud to the one page that shows it. It
 * never prints itself, has no accessor a serializer would find and is not
 * {@link java.io.Serializable}.
 */
public final class SecretValue {

	private final String text;

	public SecretValue(String text) {
		this.text = text;
	}

	/**
	 * The secret in clear. Call it only where the secret is sealed or rendered.
	 */
	public String reveal() {
		return this.text;
	}

	@Override
	public String toString() {
		return "SecretValue[redacted]";
	}

}
