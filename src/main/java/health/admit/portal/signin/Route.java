package health.admit.portal.signin;

import java.util.Set;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One row of the {@link RoutePolicy}.
 *
 * @param pattern a path pattern of Spring MVC
 */
record Route(Set<HttpMethod> methods, String pattern, Access access) {

	boolean covers(HttpMethod method, String path) {
		return this.methods.contains(method)
				&& PathPatternParser.defaultInstance.parse(this.pattern).matches(PathContainer.parsePath(path));
	}

}
