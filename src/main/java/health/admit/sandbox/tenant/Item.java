package health.admit.sandbox.tenant;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One object of the tenant in the form it is kept: a JSON document without its default
 * members, and beside it what indexes and lists need. Members whose name starts with an
 * underscore are the store's own and never leave it.
 *
 * @param number position in the list of its kind, in order of creation
 * @param appId of applications and service principals
 * @param name {@code displayName}; empty for what has none
 * @param deleted whether it lies among the deleted items
 */
public record Item(Kind kind, int number, UUID id, @Nullable UUID appId, String name, boolean deleted,
		byte[] document) {

	static Item of(Kind kind, int number, UUID id, ObjectNode document) {
		String appId = Json.text(document, "appId");
		String name = Json.text(document, "displayName");
		return new Item(kind, number, id, (appId != null) ? UUID.fromString(appId) : null, (name != null) ? name : "",
				document.hasNonNull("deletedDateTime"), Json.bytes(document));
	}

	/** A fresh copy of the document. */
	public ObjectNode json() {
		return Json.readObject(this.document);
	}

}
