package health.admit.sandbox.graph;

import java.util.UUID;
import java.util.function.Function;

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

	private final Function<Item, ObjectNode> describe;

	private @Nullable ObjectNode document;

	ItemRow(Item item, EntityType type, Function<Item, ObjectNode> describe) {
		this.item = item;
		this.type = type;
		this.describe = describe;
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
		if (path.equals("displayName") && !this.item.name().isEmpty()) {
			return NODES.stringNode(this.item.name());
		}
		if (path.equals("owners/$count")) {
			return NODES.numberNode(Json.texts(document(), Owners.MEMBER).size());
		}
		return document().at("/" + path);
	}

	private ObjectNode document() {
		ObjectNode known = this.document;
		if (known == null) {
			known = this.type.schema().expand(this.describe.apply(this.item));
			this.document = known;
		}
		return known;
	}

}
