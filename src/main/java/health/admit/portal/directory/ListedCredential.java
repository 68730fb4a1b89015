package health.admit.portal.directory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParseNode;
import com.microsoft.kiota.serialization.SerializationWriter;
import org.jspecify.annotations.Nullable;

/**
 * A credential of any kind on a page. The bytes of a certificate are not even looked at.
 */
final class ListedCredential implements Parsable {

	private @Nullable UUID keyId;

	private @Nullable String displayName;

	private @Nullable String hint;

	private @Nullable String keyIdentifier;

	private @Nullable String usage;

	private @Nullable Instant start;

	private @Nullable Instant end;

	private @Nullable String id;

	private @Nullable String name;

	private @Nullable String issuer;

	private @Nullable String subject;

	static @Nullable List<ListedCredential> all(ParseNode node) {
		return node.getCollectionOfObjectValues((each) -> new ListedCredential());
	}

	/**
	 * Whether this belongs to the given certificate with which SAML tokens are signed:
	 * Graph lists such a certificate a second time with its private key, and the password
	 * of that key as a secret with the same id.
	 */
	boolean accompanies(ListedCredential certificate) {
		boolean same = (this.keyIdentifier != null) ? this.keyIdentifier.equals(certificate.keyIdentifier)
				: this.keyId != null && this.keyId.equals(certificate.keyId);
		return same && this != certificate;
	}

	boolean signs() {
		return "Sign".equals(this.usage);
	}

	@Override
	public Map<String, Consumer<ParseNode>> getFieldDeserializers() {
		Map<String, Consumer<ParseNode>> fields = new HashMap<>();
		fields.put("keyId", (node) -> this.keyId = node.getUUIDValue());
		fields.put("displayName", (node) -> this.displayName = node.getStringValue());
		fields.put("hint", (node) -> this.hint = node.getStringValue());
		fields.put("customKeyIdentifier", (node) -> this.keyIdentifier = node.getStringValue());
		fields.put("usage", (node) -> this.usage = node.getStringValue());
		fields.put("startDateTime", (node) -> this.start = Fields.instant(node.getOffsetDateTimeValue()));
		fields.put("endDateTime", (node) -> this.end = Fields.instant(node.getOffsetDateTimeValue()));
		fields.put("id", (node) -> this.id = node.getStringValue());
		fields.put("name", (node) -> this.name = node.getStringValue());
		fields.put("issuer", (node) -> this.issuer = node.getStringValue());
		fields.put("subject", (node) -> this.subject = node.getStringValue());
		return fields;
	}

	@Override
	public void serialize(SerializationWriter writer) {
		throw new UnsupportedOperationException("Only ever read");
	}

	SecretSummary secret() {
		return new SecretSummary(MalformedAnswer.require(this.keyId, "keyId"), this.displayName, this.hint, this.start,
				this.end);
	}

	CertificateSummary certificate() {
		return new CertificateSummary(MalformedAnswer.require(this.keyId, "keyId"), this.displayName,
				Thumbprint.ofText(this.keyIdentifier), this.start, this.end);
	}

	ScannedObject.ScannedFederation federation() {
		return new ScannedObject.ScannedFederation(Fields.id(this.id, "id"), Fields.text(this.name),
				Fields.text(this.issuer), Fields.text(this.subject));
	}

}
