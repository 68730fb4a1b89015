package health.admit.sandbox.graph;

import java.util.List;

import health.admit.sandbox.tenant.Store;

import org.springframework.stereotype.Component;

/**
 * Finds the operation for a request, checks the token's permissions and runs it. Writes
 * run one at a time.
 */
@Component
class GraphService {

	private final Routes routes;

	private final Permissions permissions;

	private final Store store;

	GraphService(List<GraphResource> resources, Permissions permissions, Store store) {
		this.routes = new Routes(resources);
		this.permissions = permissions;
		this.store = store;
	}

	GraphAnswer answer(GraphRequest request) {
		Routes.Match match = this.routes.find(request.method(), GraphPath.of(request.path()))
			.orElseThrow(() -> GraphProblem.notImplemented(request.method() + " " + request.path()));
		this.permissions.check(request.caller(), match.route().method(), match.route().template());
		GraphRequest matched = new GraphRequest(request.method(), request.root(), request.path(), match.keys(),
				request.query(), request.headers(), request.body(), request.caller());
		if (request.method().equals("GET")) {
			return match.route().handler().handle(matched);
		}
		return this.store.atomically(() -> match.route().handler().handle(matched));
	}

	List<Routes.Route> operations() {
		return this.routes.all();
	}

}
