package health.admit.sandbox.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The operations that are served, by method and path template such as
 * {@code /applications/{}/owners/$ref}.
 */
final class Routes {

	private final List<Route> routes = new ArrayList<>();

	Routes(List<GraphResource> resources) {
		resources.forEach((resource) -> resource.register(this));
		// Words before keys, so that /applications/delta() is not taken for an id.
		this.routes.sort(Comparator.comparing((route) -> route.template().replace("{}", "~")));
	}

	Routes get(String template, Handler handler) {
		return add("GET", template, handler);
	}

	Routes post(String template, Handler handler) {
		return add("POST", template, handler);
	}

	Routes patch(String template, Handler handler) {
		return add("PATCH", template, handler);
	}

	Routes delete(String template, Handler handler) {
		return add("DELETE", template, handler);
	}

	Optional<Match> find(String method, GraphPath path) {
		return this.routes.stream()
			.filter((route) -> route.method().equals(method))
			.flatMap((route) -> route.match(path).stream())
			.findFirst();
	}

	List<Route> all() {
		return List.copyOf(this.routes);
	}

	private Routes add(String method, String template, Handler handler) {
		this.routes.add(new Route(method, template, handler));
		return this;
	}

	/**
	 * Serves one operation.
	 */
	@FunctionalInterface
	interface Handler {

		GraphAnswer handle(GraphRequest request);

	}

	/**
	 * A route that fits, with the keys it found in the path.
	 */
	record Match(Route route, List<Key> keys) {
	}

	/**
	 * One operation.
	 */
	record Route(String method, String template, Handler handler) {

		Optional<Match> match(GraphPath path) {
			List<String> words = List.of(this.template.substring(1).split("/"));
			if (words.size() != path.segments().size()) {
				return Optional.empty();
			}
			List<Key> keys = new ArrayList<>();
			for (int i = 0; i < words.size(); i++) {
				GraphPath.Segment segment = path.segments().get(i);
				if (words.get(i).equals("{}")) {
					keys.add(segment.asKey());
				}
				else if (segment.key() != null || !words.get(i).equalsIgnoreCase(segment.text())) {
					return Optional.empty();
				}
			}
			return Optional.of(new Match(this, keys));
		}

	}

}
