package health.admit.portal.credentials;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import health.admit.portal.directory.CertificateKey;
import org.jspecify.annotations.Nullable;

/**
 * An entry among the certificates of an application, as far as it can be told from
 * another.
 *
 * @param displayName hostile input when shown; empty where it has none
 * @param thumbprint SHA-1 in upper-case hex; null where Graph names none
 * @param start to the second
 * @param end to the second
 */
public record HeldCertificate(UUID keyId, String displayName, @Nullable String thumbprint, String type, String usage,
		@Nullable Instant start, @Nullable Instant end) {

	static HeldCertificate of(CertificateKey key) {
		String name = key.displayName();
		return new HeldCertificate(Objects.requireNonNull(key.keyId(), "keyId"), (name != null) ? name : "",
				key.thumbprint(), key.type(), key.usage(), seconds(key.start()), seconds(key.end()));
	}

	static HeldCertificate of(Map<String, ? extends @Nullable Object> members) {
		return new HeldCertificate(UUID.fromString(text(members, "keyId")), text(members, "displayName"),
				(String) members.get("customKeyIdentifier"), text(members, "type"), text(members, "usage"),
				moment(members, "startDateTime"), moment(members, "endDateTime"));
	}

	/** Members by the names that Graph gives them, in the order of the alphabet. */
	Map<String, @Nullable Object> members() {
		Map<String, @Nullable Object> members = new TreeMap<>();
		members.put("customKeyIdentifier", this.thumbprint);
		members.put("displayName", this.displayName);
		members.put("endDateTime", (this.end != null) ? this.end.toString() : null);
		members.put("keyId", this.keyId.toString());
		members.put("startDateTime", (this.start != null) ? this.start.toString() : null);
		members.put("type", this.type);
		members.put("usage", this.usage);
		return members;
	}

	/** Such as {@code CN=viewer (A1B2…)}; hostile input when shown. */
	String name() {
		String mark = (this.thumbprint != null) ? this.thumbprint : this.keyId.toString();
		return this.displayName.isBlank() ? mark : this.displayName + " (" + mark + ")";
	}

	private static @Nullable Instant seconds(@Nullable Instant instant) {
		return (instant != null) ? instant.truncatedTo(ChronoUnit.SECONDS) : null;
	}

	private static String text(Map<String, ? extends @Nullable Object> members, String name) {
		if (members.get(name) instanceof String text) {
			return text;
		}
		throw new IllegalArgumentException("No " + name);
	}

	private static @Nullable Instant moment(Map<String, ? extends @Nullable Object> members, String name) {
		return (members.get(name) instanceof String text) ? Instant.parse(text) : null;
	}

}
