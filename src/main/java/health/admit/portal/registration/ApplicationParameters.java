package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import health.admit.portal.directory.CertificateKey;
import health.admit.portal.directory.NewApplication;
import health.admit.portal.directory.RedirectUris;
import health.admit.portal.directory.RequiredApi;
import health.admit.portal.operation.OperationId;
import org.jspecify.annotations.Nullable;

/**
 * The body of the new application as parameters of a plan, named as Graph names its
 * properties, and back. Pure.
 */
final class ApplicationParameters {

	private static final String LINE = "\n";

	private ApplicationParameters() {
	}

	/**
	 * The parameters of a draft that is complete.
	 */
	static Map<String, String> of(Basics basics, Authentication authentication, @Nullable CredentialChoice credential,
			PermissionChoice permissions) {
		Map<String, String> parameters = new TreeMap<>();
		parameters.put("displayName", basics.name());
		parameters.put("signInAudience", basics.accountTypes().signInAudience());
		put(parameters, "description", basics.description());
		put(parameters, "notes", basics.notes());
		put(parameters, "serviceManagementReference", basics.serviceManagementReference());
		RedirectUris uris = authentication.redirectUris();
		put(parameters, "web.redirectUris", lines(uris.web()));
		put(parameters, "spa.redirectUris", lines(uris.singlePage()));
		put(parameters, "publicClient.redirectUris", lines(uris.publicClient()));
		parameters.put("isFallbackPublicClient", String.valueOf(authentication.publicClientFlows()));
		put(parameters, "requiredResourceAccess", required(permissions));
		CredentialChoice.Certificate certificate = (credential != null) ? credential.certificate() : null;
		if (certificate != null) {
			parameters.put("keyCredentials.key", certificate.der());
			parameters.put("keyCredentials.displayName", certificate.displayName());
		}
		return parameters;
	}

	/**
	 * The body that these parameters stand for.
	 */
	static NewApplication toApplication(Map<String, String> parameters, OperationId operation) {
		return new NewApplication(text(parameters, "displayName"), text(parameters, "signInAudience"),
				parameters.get("description"), parameters.get("notes"), parameters.get("serviceManagementReference"),
				new RedirectUris(lines(parameters.get("web.redirectUris")), lines(parameters.get("spa.redirectUris")),
						lines(parameters.get("publicClient.redirectUris"))),
				Boolean.parseBoolean(parameters.get("isFallbackPublicClient")),
				required(lines(parameters.get("requiredResourceAccess"))), certificates(parameters),
				List.of("AdmitOp:" + operation));
	}

	private static List<CertificateKey> certificates(Map<String, String> parameters) {
		String key = parameters.get("keyCredentials.key");
		return (key == null) ? List.of() : List.of(new CertificateKey(null,
				parameters.get("keyCredentials.displayName"), Base64.getDecoder().decode(key), null, null));
	}

	/** One line for each permission: API, Scope or Role, id. */
	private static String required(PermissionChoice permissions) {
		List<String> lines = new ArrayList<>();
		for (PermissionChoice.Api api : permissions.apis()) {
			api.scopes().forEach((scope) -> lines.add(api.appId() + " Scope " + scope.id()));
			api.appRoles().forEach((role) -> lines.add(api.appId() + " Role " + role.id()));
		}
		return lines(lines);
	}

	private static List<RequiredApi> required(List<String> lines) {
		Map<UUID, RequiredApi> apis = new LinkedHashMap<>();
		for (String line : lines) {
			String[] part = line.split(" ");
			RequiredApi api = apis.computeIfAbsent(UUID.fromString(part[0]),
					(id) -> new RequiredApi(id, new ArrayList<>(), new ArrayList<>()));
			("Scope".equals(part[1]) ? api.scopes() : api.appRoles()).add(UUID.fromString(part[2]));
		}
		return List.copyOf(apis.values());
	}

	private static String lines(List<String> lines) {
		return String.join(LINE, lines);
	}

	private static List<String> lines(@Nullable String text) {
		return (text == null) ? List.of() : Arrays.asList(text.split(LINE));
	}

	private static void put(Map<String, String> parameters, String name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			parameters.put(name, value);
		}
	}

	private static String text(Map<String, String> parameters, String name) {
		String value = parameters.get(name);
		if (value == null) {
			throw new IllegalStateException("The plan lacks " + name);
		}
		return value;
	}

}
