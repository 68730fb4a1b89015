package health.admit.sandbox.oidc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The permissions of a consent page, under the API they belong to.
 */
record ConsentView(List<Api> apis) {

	record Api(String name, List<Line> lines) {
	}

	/**
	 * One permission.
	 *
	 * @param kind in words
	 */
	record Line(String text, String value, String kind) {
	}

	static ConsentView of(Wanted wanted) {
		Map<String, List<Line>> apis = new LinkedHashMap<>();
		wanted.roles()
			.forEach((role) -> lines(apis, role.resourceName()).add(new Line(role.displayName(), role.value(),
					"application permission: works without a signed-in person")));
		wanted.scopes()
			.forEach((scope) -> lines(apis, scope.resourceName()).add(new Line(scope.displayName(), scope.value(),
					scope.adminOnly() ? "delegated, an administrator must agree" : "delegated")));
		if (!wanted.oidc().isEmpty()) {
			lines(apis, "Your account").add(new Line("Sign you in and read your profile",
					String.join(" ", new TreeSet<>(wanted.oidc())), "delegated"));
		}
		return new ConsentView(
				apis.entrySet().stream().map((entry) -> new Api(entry.getKey(), entry.getValue())).toList());
	}

	private static List<Line> lines(Map<String, List<Line>> apis, String name) {
		return apis.computeIfAbsent(name, (any) -> new ArrayList<>());
	}

}
