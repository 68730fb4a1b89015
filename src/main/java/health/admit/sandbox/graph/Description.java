package health.admit.sandbox.graph;

import health.admit.sandbox.tenant.Item;
import tools.jackson.databind.node.ObjectNode;

/**
 * How objects of one list are described. What lists are mostly filtered by comes without
 * the whole document.
 */
@FunctionalInterface
interface Description {

	/** The whole document. */
	ObjectNode document(Item item);

	/** The display name; empty when only the document knows it. */
	default String name(Item item) {
		return item.name();
	}

}
