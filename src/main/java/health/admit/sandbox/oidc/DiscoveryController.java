package health.admit.sandbox.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import com.nimbusds.jose.jwk.RSAKey;

/**
 * What clients read before they sign anybody in.
 */
@RestController
@CrossOrigin(origins = "*")
class DiscoveryController {

	private final TenantPath tenants;

	private final Addresses addresses;

	private final SigningKeys keys;

	DiscoveryController(TenantPath tenants, Addresses addresses, SigningKeys keys) {
		this.tenants = tenants;
		this.addresses = addresses;
		this.keys = keys;
	}

	@GetMapping("/{tenant}/v2.0/.well-known/openid-configuration")
	Map<String, Object> version2(@PathVariable String tenant) {
		Map<String, Object> document = document(tenant, "/oauth2/v2.0", "/discovery/v2.0/keys");
		document.put("issuer", isOne(tenant) ? this.addresses.issuer() : this.addresses.base() + "/{tenantid}/v2.0");
		document.put("device_authorization_endpoint", path(tenant) + "/oauth2/v2.0/devicecode");
		return document;
	}

	@GetMapping("/{tenant}/.well-known/openid-configuration")
	Map<String, Object> version1(@PathVariable String tenant) {
		Map<String, Object> document = document(tenant, "/oauth2", "/discovery/keys");
		document.put("issuer",
				isOne(tenant) ? this.addresses.issuerOfVersion1() : this.addresses.base() + "/{tenantid}/");
		document.put("device_authorization_endpoint", path(tenant) + "/oauth2/devicecode");
		return document;
	}

	@GetMapping({ "/{tenant}/discovery/v2.0/keys", "/{tenant}/discovery/keys" })
	Map<String, Object> keys(@PathVariable String tenant) {
		this.tenants.read(tenant);
		return keys();
	}

	@GetMapping({ "/discovery/v2.0/keys", "/discovery/keys" })
	Map<String, Object> keys() {
		RSAKey key = this.keys.published();
		Map<String, Object> entry = new LinkedHashMap<>(key.toJSONObject());
		entry.put("x5t", this.keys.thumbprint());
		entry.put("issuer", this.addresses.issuer());
		return Map.of("keys", List.of(entry));
	}

	/** Which hosts mean the same cloud; libraries ask once. */
	@GetMapping("/common/discovery/instance")
	Map<String, Object> instance() {
		String host = this.addresses.base().replaceFirst("^https?://", "");
		return Map.of("tenant_discovery_endpoint", path("common") + "/v2.0/.well-known/openid-configuration",
				"api-version", "1.1", "metadata",
				List.of(Map.of("preferred_network", host, "preferred_cache", host, "aliases", List.of(host))));
	}

	private Map<String, Object> document(String tenant, String oauth, String keysPath) {
		String path = path(tenant);
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("token_endpoint", path + oauth + "/token");
		document.put("token_endpoint_auth_methods_supported",
				List.of("client_secret_post", "private_key_jwt", "client_secret_basic"));
		document.put("jwks_uri", path + keysPath);
		document.put("response_modes_supported", List.of("query", "fragment", "form_post"));
		document.put("subject_types_supported", List.of("pairwise"));
		document.put("id_token_signing_alg_values_supported", List.of("RS256"));
		document.put("response_types_supported", List.of("code", "id_token", "code id_token", "id_token token"));
		document.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
		document.put("request_uri_parameter_supported", false);
		document.put("userinfo_endpoint", this.addresses.base() + "/oidc/userinfo");
		document.put("authorization_endpoint", path + oauth + "/authorize");
		document.put("http_logout_supported", true);
		document.put("frontchannel_logout_supported", true);
		document.put("end_session_endpoint", path + oauth + "/logout");
		document.put("claims_supported",
				List.of("sub", "iss", "cloud_instance_name", "cloud_instance_host_name", "cloud_graph_host_name",
						"msgraph_host", "aud", "exp", "iat", "auth_time", "acr", "nonce", "preferred_username", "name",
						"tid", "ver", "at_hash", "c_hash", "email"));
		document.put("tenant_region_scope", "EU");
		document.put("cloud_instance_name", host());
		document.put("cloud_graph_host_name", host());
		document.put("msgraph_host", host());
		document.put("rbac_url", this.addresses.base());
		return document;
	}

	private String path(String tenant) {
		return this.addresses.base() + "/" + (isOne(tenant) ? this.addresses.tenant().toString() : tenant);
	}

	private boolean isOne(String tenant) {
		return this.tenants.read(tenant) == TenantPath.Kind.TENANT;
	}

	private String host() {
		return this.addresses.base().replaceFirst("^https?://", "");
	}

}
