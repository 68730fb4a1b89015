package health.admit.portal.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParseNode;
import com.microsoft.kiota.serialization.SerializationWriter;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of applications or service principals, or of changes in them. The
 * SDK's own models have a hundred properties, each watched for changes; for a hundred
 * thousand objects that is most of the work, so the few that are asked for are read from
 * its parser directly.
 */
final class ObjectPage implements Parsable {

	private @Nullable List<ListedObject> value;

	private @Nullable String next;

	private @Nullable String later;

	static ObjectPage read(ParseNode node) {
		return new ObjectPage();
	}

	@Override
	public Map<String, Consumer<ParseNode>> getFieldDeserializers() {
		return Map.of("value", (node) -> this.value = node.getCollectionOfObjectValues(ListedObject::read),
				"@odata.nextLink", (node) -> this.next = node.getStringValue(), "@odata.deltaLink",
				(node) -> this.later = node.getStringValue());
	}

	@Override
	public void serialize(SerializationWriter writer) {
		throw new UnsupportedOperationException("Only ever read");
	}

	ScanPage scanned() {
		return new ScanPage(objects().stream().map(ListedObject::scanned).toList(), this.next);
	}

	ChangePage changes() {
		List<ScannedObject> changed = new ArrayList<>();
		List<UUID> removed = new ArrayList<>();
		for (ListedObject object : objects()) {
			if (object.isRemoved()) {
				removed.add(object.objectId());
			}
			else {
				changed.add(object.scanned());
			}
		}
		return new ChangePage(changed, removed, this.next, this.later);
	}

	/** Where to ask for what changes from now on. */
	String later() {
		return MalformedAnswer.require(this.later, "@odata.deltaLink");
	}

	private List<ListedObject> objects() {
		return MalformedAnswer.require(this.value, "value");
	}

}
