package health.admit.sandbox.graph;

import java.util.UUID;

import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of the store in a list. What lists are mostly filtered by is answered without
 * reading its document.
 */
final class ItemRow implements Row {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final Item item;

	private final EntityType type;

	private final Description description;

	private @Nullable ObjectNode document;

	ItemRow(Item item, EntityType type, Description description) {
		this.item = item;
		this.type = type;
		this.description = description;
	}

	Item item() {
		return this.item;
	}

	@Override
	public JsonNode at(String path) {
		if (path.equals("id")) {
			return NODES.stringNode(this.item.id().toString());
		}
		UUID appId = this.item.appId();
		if (path.equals("appId") && appId != null) {
			return NODES.stringNode(appId.toString());
		}
		if (path.equals("displayName") && !this.description.name(this.item).isEmpty()) {
			return NODES.stringNode(this.description.name(this.item));
		}
		if (path.equals("owners/$count")) {
			return NODES.numberNode(Json.texts(document(), Owners.MEMBER).size());
		}
		return document().at("/" + path);
	}

	private ObjectNode document() {
		ObjectNode known = this.document;
		if (known == null) {
			known = this.type.schema().expand(this.description.document(this.item));
			this.document = known;
		}
		return known;
	}

}
