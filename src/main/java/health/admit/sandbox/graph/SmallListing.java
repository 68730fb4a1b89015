package health.admit.sandbox.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists of grants and role assignments, which are sent as they are kept.
 */
final class SmallListing {

	private static final Set<String> FILTERABLE = Set.of("id", "clientId", "consentType", "principalId", "resourceId",
			"scope", "appRoleId");

	private SmallListing() {
	}

	static GraphAnswer answer(GraphRequest request, String set, String resource, List<Item> items) {
		request.query().allow(Set.of("$select", "$filter", "$top", "$skiptoken"));
		String text = request.query().get("$filter");
		Filter filter = (text != null) ? FilterParser.parse(text, resource, FILTERABLE::contains) : Filter.ALL;
		if (filter.advanced()) {
			throw GraphProblem.unsupportedQuery("Unsupported Query.");
		}
		List<String> select = request.query().select();
		int top = request.query().top(100, 999);
		int after = PageToken.read(request.query().get("$skiptoken"), -1).position();
		List<Item> found = new ArrayList<>(items.stream()
			.filter((item) -> item.number() > after)
			.filter((item) -> matches(filter, item))
			.limit(top + 1L)
			.toList());
		ObjectNode body = Json.object().put("@odata.context", Context.ofList(request, set, select));
		if (found.size() > top) {
			found.remove(top);
			String token = new PageToken(found.get(top - 1).number()).write();
			body.put("@odata.nextLink",
					request.root() + request.path() + "?" + request.query().with("$skiptoken", token));
		}
		ArrayNode value = body.putArray("value");
		found.forEach((item) -> value.add(select.isEmpty() ? item.json() : item.json().retain(select)));
		return GraphAnswer.ok(body);
	}

	private static boolean matches(Filter filter, Item item) {
		ObjectNode document = item.json();
		return filter.test().test((path) -> document.at("/" + path));
	}

}
