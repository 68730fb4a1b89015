package health.admit.portal.cloud;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The endpoints of each cloud, from Microsoft's "National cloud deployments" and
 * "National clouds" pages.
 */
final class Clouds {

	private static final String TRY_THE_SANDBOX = "To try the portal without a tenant, start the sandbox instead: "
			+ "mvn spring-boot:run, or the jar with classifier sandbox and --spring.profiles.active=sandbox.";

	private Clouds() {
	}

	static Cloud configured(CloudProperties properties) {
		UUID tenant = properties.tenantId();
		if (tenant == null) {
			throw new CloudMisconfigured("No tenant is configured, so nobody could sign in.",
					"Set admit.cloud.tenant-id to the id of your Entra tenant, and admit.signin.client-id, "
							+ "admit.signin.public-url and a secret or certificate of the portal's own registration. "
							+ TRY_THE_SANDBOX);
		}
		CloudName name = (properties.name() != null) ? properties.name() : CloudName.GLOBAL;
		if (name == CloudName.SANDBOX) {
			return sandbox(tenant, properties);
		}
		if (properties.baseUrl() != null) {
			throw new CloudMisconfigured("admit.cloud.base-url is set, but the cloud is " + name + ".",
					"Remove admit.cloud.base-url: the addresses of the real clouds are fixed. Only admit.cloud.name=sandbox takes one.");
		}
		Cloud cloud = real(name, tenant);
		URI login = properties.loginUrl();
		return (login == null) ? cloud : new Cloud(name, tenant, origin(login, "admit.cloud.login-url", true),
				cloud.graph(), cloud.resourceManager(), cloud.adminCentre());
	}

	private static Cloud sandbox(UUID tenant, CloudProperties properties) {
		URI base = properties.baseUrl();
		if (base == null) {
			throw new CloudMisconfigured("The cloud is the sandbox, but its address is not known.",
					"Set admit.cloud.base-url, such as http://localhost:8081.");
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
			throw new CloudMisconfigured(key + " is not the origin of a web server: " + uri,
					"Give scheme, host and port only, such as "
							+ (secureOnly ? "https://login.example." : "http://localhost:8081."));
		}
		return URI.create(scheme + "://" + uri.getRawAuthority());
	}

	private static boolean isEmptyPath(@Nullable String path) {
		return path == null || path.isEmpty() || "/".equals(path);
	}

}
