package health.admit.sandbox.graph;

import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Organisation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The rules for App ID URIs.
 */
@Component
class IdentifierUriRules {

	private static final int LONGEST = 255;

	private final Organisation organisation;

	private final AppManagement policy;

	IdentifierUriRules(Organisation organisation, AppManagement policy) {
		this.organisation = organisation;
		this.policy = policy;
	}

	/**
	 * Refuses URIs that may not be added.
	 * @param taken whether another application has the URI
	 */
	void check(ObjectNode before, ObjectNode after, Predicate<String> taken) {
		List<String> known = Json.texts(before, "identifierUris");
		for (String text : Json.texts(after, "identifierUris")) {
			if (known.contains(text)) {
				continue;
			}
			URI uri = parse(text);
			if (text.length() > LONGEST || uri == null || uri.getScheme() == null) {
				throw GraphProblem.invalidValue("identifierUris", "Application");
			}
			if (taken.test(text)) {
				throw GraphProblem.badProperty("ObjectConflict", "identifierUris",
						"Another object with the same value for property identifierUris already exists.");
			}
			checkHost(text, uri, after.path("appId").asString(""));
		}
	}

	private void checkHost(String text, URI uri, String appId) {
		boolean ours = text.contains(appId) || text.contains(this.organisation.tenantId().toString())
				|| this.organisation.verifiedDomains().stream().anyMatch((domain) -> isWithin(uri, domain));
		if (ours) {
			return;
		}
		if (this.policy.restrictsIdentifierUris()) {
			throw GraphProblem.badRequest("Failed to add identifier URI " + text
					+ ". All newly added URIs must contain a tenant verified domain, tenant ID, or app ID, as per the default tenant policy of your organization.");
		}
		if (text.startsWith("http")) {
			throw GraphProblem.badProperty("HostNameNotOnVerifiedDomain", "identifierUris",
					"Values of identifierUris property must use a verified domain of the organization or its subdomain: '"
							+ text + "'");
		}
	}

	private static boolean isWithin(URI uri, String domain) {
		String host = (uri.getHost() != null) ? uri.getHost() : "";
		return host.equals(domain) || host.endsWith("." + domain);
	}

	private static @Nullable URI parse(String text) {
		try {
			return URI.create(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
