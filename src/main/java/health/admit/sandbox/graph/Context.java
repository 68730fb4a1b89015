package health.admit.sandbox.graph;

import java.util.List;

/**
 * Values of {@code @odata.context}.
 */
final class Context {

	private Context() {
	}

	static String ofList(GraphRequest request, String set, List<String> select) {
		return request.root() + "/$metadata#" + set + selected(select);
	}

	static String ofEntity(GraphRequest request, String set, List<String> select) {
		return ofList(request, set, select) + "/$entity";
	}

	private static String selected(List<String> select) {
		return select.isEmpty() ? "" : "(" + String.join(",", select) + ")";
	}

}
