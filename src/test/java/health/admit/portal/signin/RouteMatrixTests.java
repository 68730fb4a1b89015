package health.admit.portal.signin;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import health.admit.support.PortalServer;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every handler of the portal, found by looking, against every role.
 */
class RouteMatrixTests {

	private static SandboxServer sandbox;

	private static PortalServer portal;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		portal = PortalServer.start(sandbox);
	}

	@AfterAll
	static void stop() {
		portal.close();
		sandbox.close();
	}

	@Test
	void everyHandlerHasARoute() {
		assertThat(handlers()).isNotEmpty()
			.allSatisfy((handler) -> assertThat(RoutePolicy.find(handler.method(), handler.path())).as("%s", handler)
				.isPresent());
	}

	@Test
	void everyRoleMayDoWhatTheTableSaysAndNothingElse() {
		WebInvocationPrivilegeEvaluator chain = portal.bean(WebInvocationPrivilegeEvaluator.class);
		for (Handler handler : handlers()) {
			Access access = RoutePolicy.find(handler.method(), handler.path()).orElseThrow().access();
			for (PortalRole role : PortalRole.values()) {
				assertThat(chain.isAllowed("", handler.path(), handler.method().name(), holding(role)))
					.as("%s as %s", handler, role)
					.isEqualTo(mayUse(access, role));
			}
			assertThat(chain.isAllowed("", handler.path(), handler.method().name(), holding())).as("%s", handler)
				.isEqualTo(access == Access.EVERYBODY || access == Access.SIGNED_IN);
		}
	}

	@Test
	void everyWriteNeedsARoleOrAnOwnSession() {
		assertThat(handlers()).filteredOn((handler) -> handler.method() == HttpMethod.POST)
			.filteredOn((handler) -> !Set.of("/error", "/signin/problem", "/signin/refused").contains(handler.path()))
			.allSatisfy(
					(handler) -> assertThat(RoutePolicy.find(handler.method(), handler.path()).orElseThrow().access())
						.as("%s", handler)
						.isIn(Access.SIGNED_IN, Access.REGISTRAR, Access.HELP_DESK));
	}

	private static boolean mayUse(Access access, PortalRole role) {
		return switch (access) {
			case EVERYBODY, SIGNED_IN, ANY_ROLE -> true;
			case REGISTRAR -> role == PortalRole.REGISTRAR;
			case HELP_DESK -> role == PortalRole.REGISTRAR || role == PortalRole.HELP_DESK;
			case AUDITOR -> role == PortalRole.AUDITOR;
		};
	}

	private static Authentication holding(PortalRole... roles) {
		String[] authorities = List.of(roles).stream().map(PortalRole::authority).toArray(String[]::new);
		TestingAuthenticationToken token = new TestingAuthenticationToken("x", "x", authorities);
		token.setAuthenticated(true);
		return token;
	}

	private static List<Handler> handlers() {
		Map<RequestMappingInfo, HandlerMethod> mapped = portal
			.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods();
		List<Handler> handlers = new ArrayList<>();
		mapped.keySet().forEach((info) -> {
			Set<RequestMethod> stated = info.getMethodsCondition().getMethods();
			Set<RequestMethod> methods = stated.isEmpty() ? EnumSet.of(RequestMethod.GET, RequestMethod.POST) : stated;
			info.getPatternValues()
				.forEach((pattern) -> methods
					.forEach((method) -> handlers.add(new Handler(method.asHttpMethod(), sample(pattern)))));
		});
		return handlers;
	}

	/**
	 * A path that the pattern matches.
	 */
	private static String sample(String pattern) {
		return pattern.replaceAll("\\{[^}]*}", "11111111-2222-3333-4444-555555555555")
			.replace("**", "x")
			.replace("*", "x");
	}

	private record Handler(HttpMethod method, String path) {
	}

}
