package health.admit.sandbox.graph;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.ServicePrincipals;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Who owns an application or service principal.
 */
@Component
class Owners {

	/** The store's own member with the object ids of the owners. */
	static final String MEMBER = "_owners";

	private static final int EXPANDED_AT_MOST = 20;

	private static final Pattern EXPAND = Pattern.compile("owners(?:\\(\\$select=([\\w,]+)\\))?");

	private final Store store;

	private final ServicePrincipals principals;

	Owners(Store store, ServicePrincipals principals) {
		this.store = store;
		this.principals = principals;
	}

	/** The owners that still exist. */
	List<Item> of(Item object) {
		return Json.texts(object.json(), MEMBER).stream().flatMap((id) -> find(id).stream()).toList();
	}

	/** Any user or service principal by its id. */
	Optional<Item> find(String id) {
		UUID uuid = Ids.parse(id);
		return (uuid == null) ? Optional.empty() : this.store.live(Kind.USER, uuid, Copy.MASTER)
			.or(() -> this.store.live(Kind.SERVICE_PRINCIPAL, uuid, Copy.MASTER));
	}

	/** The full document of a user or service principal. */
	ObjectNode describe(Item object) {
		return (object.kind() == Kind.SERVICE_PRINCIPAL) ? this.principals.describe(object) : object.json();
	}

	/** A directory object among others of different types. */
	ObjectNode present(Item object, List<String> select) {
		EntityType type = EntityType.of(object);
		ObjectNode presented = Json.object().put("@odata.type", "#microsoft.graph." + type.type());
		List<String> known = select.stream().filter(type.schema().properties()::contains).toList();
		presented.setAll(type.present(object, describe(object), known, false));
		return presented;
	}

	/** Answers {@code $expand=owners}. */
	void expand(Item item, ObjectNode presented, String expression) {
		Matcher expand = EXPAND.matcher(expression.trim());
		if (!expand.matches()) {
			throw GraphProblem.notImplemented("$expand=" + expression);
		}
		List<String> select = (expand.group(1) != null) ? List.of(expand.group(1).split(",")) : List.of();
		ArrayNode owners = presented.putArray("owners");
		of(item).stream().limit(EXPANDED_AT_MOST).forEach((owner) -> owners.add(present(owner, select)));
	}

}
