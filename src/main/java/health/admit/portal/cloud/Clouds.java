package health.admit.portal.cloud;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The endpoints of each cloud, from Microsoft's "National cloud deployments" and
 * "National clouds" pages.
 */
final class Clouds {

	private Clouds() {
	}

	static Cloud configured(CloudProperties properties) {
		UUID tenant = properties.tenantId();
		if (tenant == null) {
			throw new StartRefused("NO_TENANT");
		}
		CloudName name = (properties.name() != null) ? properties.name() : CloudName.GLOBAL;
		if (name == CloudName.SANDBOX) {
			return sandbox(tenant, properties);
		}
		if (properties.baseUrl() != null) {
			throw new StartRefused("ADDRESS_OF_REAL_CLOUD", name);
		}
		Cloud cloud = real(name, tenant);
		URI login = properties.loginUrl();
		return (login == null) ? cloud : new Cloud(name, tenant, origin(login, "admit.cloud.login-url", true),
				cloud.graph(), cloud.resourceManager(), cloud.adminCentre());
	}

	private static Cloud sandbox(UUID tenant, CloudProperties properties) {
		URI base = properties.baseUrl();
		if (base == null) {
			throw new StartRefused("NO_SANDBOX_ADDRESS");
		}
		URI origin = origin(base, "admit.cloud.base-url", false);
		return new Cloud(CloudName.SANDBOX, tenant, origin, origin, origin, origin);
	}

	private static Cloud real(CloudName name, UUID tenant) {
		return switch (name) {
			case GLOBAL -> cloud(name, tenant, "https://login.microsoftonline.com", "https://graph.microsoft.com",
					"https://management.azure.com", "https://portal.azure.com");
			case US_GOV -> cloud(name, tenant, "https://login.microsoftonline.us", "https://graph.microsoft.us",
					"https://management.usgovcloudapi.net", "https://portal.azure.us");
			case US_GOV_DOD -> cloud(name, tenant, "https://login.microsoftonline.us", "https://dod-graph.microsoft.us",
					"https://management.usgovcloudapi.net", "https://portal.azure.us");
			case CHINA -> cloud(name, tenant, "https://login.partner.microsoftonline.cn",
					"https://microsoftgraph.chinacloudapi.cn", "https://management.chinacloudapi.cn",
					"https://portal.azure.cn");
			case SANDBOX -> throw new IllegalArgumentException("The sandbox has no fixed address");
		};
	}

	private static Cloud cloud(CloudName name, UUID tenant, String login, String graph, String resourceManager,
			String adminCentre) {
		return new Cloud(name, tenant, URI.create(login), URI.create(graph), URI.create(resourceManager),
				URI.create(adminCentre));
	}

	private static URI origin(URI uri, String key, boolean secureOnly) {
		String scheme = uri.getScheme();
		boolean web = "https".equals(scheme) || (!secureOnly && "http".equals(scheme));
		if (!web || uri.getHost() == null || uri.getUserInfo() != null || !isEmptyPath(uri.getPath())
				|| uri.getQuery() != null || uri.getFragment() != null) {
			throw new StartRefused("NOT_AN_ORIGIN", key, uri,
					secureOnly ? "https://login.example" : "http://localhost:8081");
		}
		return URI.create(scheme + "://" + uri.getRawAuthority());
	}

	private static boolean isEmptyPath(@Nullable String path) {
		return path == null || path.isEmpty() || "/".equals(path);
	}

}
