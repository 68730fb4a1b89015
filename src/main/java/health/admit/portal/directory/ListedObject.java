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
 * An application or service principal on a page.
 */
final class ListedObject implements Parsable {

	static final String[] APPLICATION = { "id", "appId", "displayName", "createdDateTime", "passwordCredentials",
			"keyCredentials" };

	static final String[] PRINCIPAL = { "id", "appId", "displayName", "passwordCredentials", "keyCredentials" };

	private @Nullable String id;

	private @Nullable String appId;

	private @Nullable String displayName;

	private @Nullable Instant createdAt;

	private @Nullable List<SecretSummary> secrets;

	private @Nullable List<CertificateSummary> certificates;

	private @Nullable List<ScannedObject.ScannedFederation> federated;

	private boolean removed;

	static ListedObject read(ParseNode node) {
		return new ListedObject();
	}

	@Override
	public Map<String, Consumer<ParseNode>> getFieldDeserializers() {
		Map<String, Consumer<ParseNode>> fields = new HashMap<>();
		fields.put("id", (node) -> this.id = node.getStringValue());
		fields.put("appId", (node) -> this.appId = node.getStringValue());
		fields.put("displayName", (node) -> this.displayName = node.getStringValue());
		fields.put("createdDateTime", (node) -> this.createdAt = Fields.instant(node.getOffsetDateTimeValue()));
		fields.put("passwordCredentials",
				(node) -> this.secrets = ListedCredential.all(node, ListedCredential::secret));
		fields.put("keyCredentials",
				(node) -> this.certificates = ListedCredential.all(node, ListedCredential::certificate));
		fields.put("federatedIdentityCredentials",
				(node) -> this.federated = ListedCredential.all(node, ListedCredential::federation));
		fields.put("@removed", (node) -> this.removed = true);
		return fields;
	}

	@Override
	public void serialize(SerializationWriter writer) {
		throw new UnsupportedOperationException("Only ever read");
	}

	boolean isRemoved() {
		return this.removed;
	}

	UUID objectId() {
		return Fields.id(this.id, "id");
	}

	ScannedObject scanned() {
		return new ScannedObject(objectId(), (this.appId != null) ? Fields.id(this.appId, "appId") : null,
				this.displayName, this.createdAt, this.secrets, this.certificates, this.federated);
	}

}
