package health.admit.sandbox.oidc;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a {@code scope} parameter asks for.
 *
 * @param text the parameter as it came
 * @param oidc the OpenID Connect scopes in it
 * @param byAudience the other scope values under the resource they name
 */
record ScopeRequest(String text, Set<String> oidc, Map<String, Set<String>> byAudience) {

	static final String GRAPH = "00000003-0000-0000-c000-000000000000";

	static final String ALL = ".default";

	static final String OFFLINE = "offline_access";

	private static final Set<String> OIDC = Set.of("openid", "profile", "email", OFFLINE);

	static ScopeRequest parse(String text) {
		Set<String> oidc = new LinkedHashSet<>();
		Map<String, Set<String>> byAudience = new LinkedHashMap<>();
		for (String scope : text.trim().split("\\s+")) {
			if (scope.isEmpty()) {
				continue;
			}
			if (OIDC.contains(scope)) {
				oidc.add(scope);
				continue;
			}
			int slash = scope.lastIndexOf('/');
			String audience = (slash < 0) ? GRAPH : scope.substring(0, slash);
			String value = scope.substring(slash + 1);
			if (value.isEmpty() || !isResource(audience)) {
				throw ScopeRefusals.invalid(scope);
			}
			byAudience.computeIfAbsent(audience, (any) -> new LinkedHashSet<>()).add(value);
		}
		for (Set<String> values : byAudience.values()) {
			if (values.contains(ALL) && (values.size() > 1 || byAudience.size() > 1)) {
				throw ScopeRefusals.mixedWithDefault(text);
			}
		}
		return new ScopeRequest(text, oidc, byAudience);
	}

	/**
	 * What a version 1 request asks for: everything of one resource.
	 */
	static ScopeRequest ofResource(String resource) {
		return parse(resource + "/" + ALL + " openid profile " + OFFLINE);
	}

	boolean openid() {
		return this.oidc.contains("openid");
	}

	boolean offline() {
		return this.oidc.contains(OFFLINE);
	}

	/** The same with one resource at most, the first named. */
	ScopeRequest firstResource() {
		Map<String, Set<String>> first = new LinkedHashMap<>();
		this.byAudience.entrySet().stream().limit(1).forEach((entry) -> first.put(entry.getKey(), entry.getValue()));
		return new ScopeRequest(this.text, this.oidc, first);
	}

	/** The same with {@code offline_access}, which who refreshes need not repeat. */
	ScopeRequest offlineToo() {
		Set<String> more = new LinkedHashSet<>(this.oidc);
		more.add(OFFLINE);
		return new ScopeRequest(this.text, more, this.byAudience);
	}

	private static boolean isResource(String audience) {
		if (audience.contains(":")) {
			return true;
		}
		try {
			return UUID.fromString(audience).toString().equalsIgnoreCase(audience);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
