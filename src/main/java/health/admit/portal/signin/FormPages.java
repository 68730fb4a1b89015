package health.admit.portal.signin;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds the page to go back to after a detour: the page itself, or for a form that was
 * posted the page that shows the form, which is the nearest one at or above its address.
 */
@Component
class FormPages {

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	FormPages(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.mappings = mappings;
	}

	String of(HttpServletRequest request) {
		String page = Addresses.page(request);
		boolean read = Set.of("GET", "HEAD").contains(request.getMethod());
		return (read || Addresses.isHtmx(request)) ? page : nearest(page.replaceFirst("\\?.*", ""));
	}

	private String nearest(String posted) {
		List<PathPattern> pages = this.mappings.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().keySet().stream())
			.filter((info) -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
			.map(RequestMappingInfo::getPathPatternsCondition)
			.filter((condition) -> condition != null)
			.map((condition) -> condition.getPatterns())
			.flatMap(Collection::stream)
			.toList();
		String path = posted;
		while (!path.isEmpty()) {
			PathContainer candidate = PathContainer.parsePath(path);
			if (pages.stream().anyMatch((page) -> page.matches(candidate))) {
				return path;
			}
			path = path.substring(0, path.lastIndexOf('/'));
		}
		return ReturnPath.HOME;
	}

}
