package health.admit.portal.connection;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is to be tested, as it was typed. The credential fields are read and never shown
 * again: templates have no way to them.
 */
final class ConnectionForm {

	private final Typed typed;

	private final String secret;

	private final String pem;

	private final String pemPassword;

	/**
	 * A form; whatever is missing is empty.
	 */
	ConnectionForm(@Nullable String address, @Nullable String clientId, @Nullable String way, @Nullable String need,
			@Nullable String redirectUri, @Nullable String secret, @Nullable String pem, @Nullable String pemPassword,
			@Nullable String roleGiven) {
		this.typed = new Typed(or(address), or(clientId), constant(Way.SECRET, way), constant(Need.READ, need),
				or(redirectUri), or(roleGiven));
		this.secret = or(secret);
		this.pem = or(pem);
		this.pemPassword = or(pemPassword);
	}

	public String getAddress() {
		return this.typed.address();
	}

	public String getClientId() {
		return this.typed.clientId();
	}

	public Way getWay() {
		return this.typed.way();
	}

	public Need getNeed() {
		return this.typed.need();
	}

	public String getRedirectUri() {
		return this.typed.redirectUri();
	}

	public String getRoleGiven() {
		return this.typed.roleGiven();
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

	String secret() {
		return this.secret;
	}

	String pem() {
		return this.pem;
	}

	String pemPassword() {
		return this.pemPassword;
	}

	/** When a role was given; null when that is not said. */
	@Nullable Instant roleGiven() {
		try {
			return Instant.parse(getRoleGiven());
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/** The client id; null when it is none. */
	@Nullable UUID client() {
		String text = getClientId().strip();
		return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(text) : null;
	}

	@Override
	public String toString() {
		return this.typed.toString();
	}

	private static String or(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static <E extends Enum<E>> E constant(E usual, @Nullable String name) {
		return Arrays.stream(usual.getDeclaringClass().getEnumConstants())
			.filter((constant) -> constant.name().equals(name))
			.findFirst()
			.orElse(usual);
	}

	/** All that may be shown again. */
	private record Typed(String address, String clientId, Way way, Need need, String redirectUri, String roleGiven) {
	}

}
