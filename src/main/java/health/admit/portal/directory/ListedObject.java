package health.admit.portal.directory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

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

	private @Nullable List<ListedCredential> secrets;

	private @Nullable List<ListedCredential> certificates;

	private @Nullable List<ListedCredential> federated;

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
		fields.put("passwordCredentials", (node) -> this.secrets = ListedCredential.all(node));
		fields.put("keyCredentials", (node) -> this.certificates = ListedCredential.all(node));
		fields.put("federatedIdentityCredentials", (node) -> this.federated = ListedCredential.all(node));
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
				this.displayName, this.createdAt, mapped(this.secrets, ListedCredential::secret),
				mapped(this.certificates, ListedCredential::certificate),
				mapped(this.federated, ListedCredential::federation));
	}

	private <T> @Nullable List<T> mapped(@Nullable List<ListedCredential> listed,
			Function<ListedCredential, T> mapping) {
		return (listed != null) ? listed.stream().filter(this::standsForItself).map(mapping).toList() : null;
	}

	/** Each thing that ends is told once. */
	private boolean standsForItself(ListedCredential credential) {
		List<ListedCredential> all = Objects.requireNonNullElse(this.certificates, List.of());
		boolean certificate = all.contains(credential);
		return all.stream()
			.filter((other) -> certificate ? credential.signs() && !other.signs() : other.signs())
			.noneMatch(credential::accompanies);
	}

}
