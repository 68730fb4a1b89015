package health.admit.portal.directory;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParseNode;
import com.microsoft.kiota.serialization.SerializationWriter;
import org.jspecify.annotations.Nullable;

/**
 * The federated credentials of one application. Graph allows 20, so that one page holds
 * all.
 */
final class FederationList implements Parsable {

	static final String PATH = "/federatedIdentityCredentials?$select=id,name,issuer,subject";

	private @Nullable List<ListedCredential> value;

	static FederationList read(ParseNode node) {
		return new FederationList();
	}

	@Override
	public Map<String, Consumer<ParseNode>> getFieldDeserializers() {
		return Map.of("value", (node) -> this.value = ListedCredential.all(node));
	}

	@Override
	public void serialize(SerializationWriter writer) {
		throw new UnsupportedOperationException("Only ever read");
	}

	List<ScannedObject.ScannedFederation> federations() {
		return MalformedAnswer.require(this.value, "value").stream().map(ListedCredential::federation).toList();
	}

}
