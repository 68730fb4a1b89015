package health.admit.portal.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.http.HttpMethod;

/**
 * The one table of route, method and role. The first row that covers a request decides; a
 * request no row covers is denied.
 */
final class RoutePolicy {

	private static final Set<HttpMethod> READ = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	private static final Set<HttpMethod> WRITE = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH,
			HttpMethod.DELETE);

	private static final Set<HttpMethod> ANY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT,
			HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.OPTIONS);

	private static final List<Route> ROUTES = List.of(new Route(ANY, "/error", Access.EVERYBODY),
			new Route(READ, "/assets/**", Access.EVERYBODY), new Route(READ, "/webjars/**", Access.EVERYBODY),
			new Route(READ, "/favicon.ico", Access.EVERYBODY), new Route(READ, "/help", Access.EVERYBODY),
			new Route(WRITE, "/theme", Access.SIGNED_IN), new Route(READ, "/actuator/health/**", Access.EVERYBODY),

			new Route(ANY, "/signin/problem", Access.EVERYBODY), new Route(ANY, "/signin/refused", Access.EVERYBODY),
			new Route(READ, "/signin/consent", Access.SIGNED_IN), new Route(READ, "/signin/**", Access.EVERYBODY),
			new Route(READ, "/signed-out", Access.EVERYBODY), new Route(WRITE, "/signout", Access.SIGNED_IN),
			new Route(WRITE, "/session/**", Access.SIGNED_IN),

			new Route(READ, "/", Access.ANY_ROLE),

			new Route(READ, "/registrations/**", Access.REGISTRAR),
			new Route(WRITE, "/registrations/**", Access.REGISTRAR),

			new Route(READ, "/operations/*/resume", Access.REGISTRAR),
			new Route(READ, "/operations/strays/*/*", Access.REGISTRAR),
			new Route(READ, "/operations/*/undo", Access.REGISTRAR),
			new Route(READ, "/operations/**", Access.HELP_DESK), new Route(WRITE, "/operations/**", Access.REGISTRAR),

			new Route(READ, "/applications/*/roles/**", Access.REGISTRAR),
			new Route(READ, "/applications/*/kit/**", Access.REGISTRAR),
			new Route(READ, "/applications/*/certificates/**", Access.REGISTRAR),
			new Route(READ, "/applications/client/*/roles", Access.REGISTRAR),
			new Route(READ, "/applications/**", Access.HELP_DESK),
			new Route(WRITE, "/applications/**", Access.REGISTRAR),

			new Route(READ, "/connection/**", Access.REGISTRAR), new Route(WRITE, "/connection/**", Access.REGISTRAR),

			new Route(READ, "/expiry/**", Access.HELP_DESK), new Route(WRITE, "/expiry/**", Access.HELP_DESK),
			new Route(READ, "/api/**", Access.HELP_DESK),
			// Whoever holds the personal link or the scraper's token.
			new Route(READ, "/calendar/*", Access.EVERYBODY), new Route(READ, "/metrics", Access.EVERYBODY),

			new Route(READ, "/doctor/grants", Access.REGISTRAR), new Route(READ, "/doctor/azure", Access.REGISTRAR),
			new Route(READ, "/doctor/**", Access.HELP_DESK), new Route(WRITE, "/doctor/**", Access.HELP_DESK),

			new Route(READ, "/audit/**", Access.AUDITOR));

	private RoutePolicy() {
	}

	static List<Route> routes() {
		return ROUTES;
	}

	static Optional<Route> find(HttpMethod method, String path) {
		return ROUTES.stream().filter((route) -> route.covers(method, path)).findFirst();
	}

}
