package health.admit.portal.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParseNode;
import com.microsoft.kiota.serialization.SerializationWriter;
import org.jspecify.annotations.Nullable;

/**
 * A page of the report on the use of credentials, which the SDK for version 1.0 does not
 * know.
 *
 * @see <a href=
 * "https://learn.microsoft.com/graph/api/resources/appcredentialsigninactivity?view=graph-rest-beta">
 * appCredentialSignInActivity resource type</a>
 */
final class UseReport implements Parsable {

	static final String PATH = "/beta/reports/appCredentialSignInActivities";

	private @Nullable List<Line> value;

	private @Nullable String next;

	static UseReport read(ParseNode node) {
		return new UseReport();
	}

	@Override
	public Map<String, Consumer<ParseNode>> getFieldDeserializers() {
		return Map.of("value", (node) -> this.value = node.getCollectionOfObjectValues((each) -> new Line()),
				"@odata.nextLink", (node) -> this.next = node.getStringValue());
	}

	@Override
	public void serialize(SerializationWriter writer) {
		throw new UnsupportedOperationException("Only ever read");
	}

	UsePage page() {
		return new UsePage(MalformedAnswer.require(this.value, "value").stream().map(Line::use).toList(), this.next);
	}

	private static final class Line implements Parsable {

		private @Nullable String appId;

		private @Nullable String appObjectId;

		private @Nullable String keyId;

		private @Nullable SignIns signIns;

		@Override
		public Map<String, Consumer<ParseNode>> getFieldDeserializers() {
			return Map.of("appId", (node) -> this.appId = node.getStringValue(), "appObjectId",
					(node) -> this.appObjectId = node.getStringValue(), "keyId",
					(node) -> this.keyId = node.getStringValue(), "signInActivity",
					(node) -> this.signIns = node.getObjectValue((each) -> new SignIns()));
		}

		@Override
		public void serialize(SerializationWriter writer) {
			throw new UnsupportedOperationException("Only ever read");
		}

		private UsePage.Use use() {
			UUID object = (this.appObjectId != null && !this.appObjectId.isEmpty())
					? Fields.id(this.appObjectId, "appObjectId") : null;
			return new UsePage.Use(Fields.id(this.appId, "appId"), object, Fields.id(this.keyId, "keyId"),
					(this.signIns != null) ? this.signIns.last : null);
		}

	}

	private static final class SignIns implements Parsable {

		private @Nullable Instant last;

		@Override
		public Map<String, Consumer<ParseNode>> getFieldDeserializers() {
			return Map.of("lastSignInDateTime", (node) -> this.last = Fields.instant(node.getOffsetDateTimeValue()));
		}

		@Override
		public void serialize(SerializationWriter writer) {
			throw new UnsupportedOperationException("Only ever read");
		}

	}

}
