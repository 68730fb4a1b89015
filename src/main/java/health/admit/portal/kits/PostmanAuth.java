package health.admit.portal.kits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the requests of a collection are authorised. A client that works alone gets its
 * token by a script, because the blocks for OAuth send nothing when nobody is there to
 * press a button; for people there is a block with code and PKCE.
 */
final class PostmanAuth {

	private PostmanAuth() {
	}

	static Map<String, Object> of(KitClient client) {
		Map<String, Object> auth = new LinkedHashMap<>();
		if (client.signIn().withCode() && !client.signIn().withCertificate()) {
			auth.put("type", "oauth2");
			auth.put("oauth2", oauth2(client));
		}
		else {
			auth.put("type", "bearer");
			auth.put("bearer", List.of(entry("token", "{{bearerToken}}")));
		}
		return auth;
	}

	private static List<Map<String, Object>> oauth2(KitClient client) {
		List<Map<String, Object>> entries = new ArrayList<>();
		entries.add(entry("grant_type", "authorization_code_with_pkce"));
		entries.add(entry("challengeAlgorithm", "S256"));
		entries.add(entry("authUrl", "{{authority}}/{{tenantId}}/oauth2/v2.0/authorize"));
		entries.add(entry("accessTokenUrl", "{{authority}}/{{tenantId}}/oauth2/v2.0/token"));
		entries.add(entry("clientId", "{{clientId}}"));
		entries.add(entry("clientSecret", client.signIn().withSecret() ? "{{clientSecret}}" : ""));
		entries.add(entry("scope", "{{scope}}"));
		entries.add(entry("redirect_uri", client.redirectUri().replace("{", "%7B").replace("}", "%7D")));
		entries.add(entry("useBrowser", false));
		entries.add(entry("client_authentication", "body"));
		entries.add(entry("addTokenTo", "header"));
		entries.add(entry("accessToken", "{{bearerToken}}"));
		if (client.signIn() == SignInKind.SINGLE_PAGE) {
			entries.add(entry("tokenRequestParams", List.of(PostmanCollection.map("key", "Origin", "value",
					Scripts.origin(client.redirectUri()), "enabled", true, "send_as", "request_header"))));
		}
		return entries;
	}

	private static Map<String, Object> entry(String key, Object value) {
		String type = (value instanceof Boolean) ? "boolean" : (value instanceof String) ? "string" : "any";
		return PostmanCollection.map("key", key, "value", value, "type", type);
	}

}
