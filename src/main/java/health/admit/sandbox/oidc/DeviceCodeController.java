package health.admit.sandbox.oidc;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import health.admit.sandbox.tenant.Client;

/**
 * Where a device without a browser asks for a code.
 */
@RestController
class DeviceCodeController {

	private static final Duration INTERVAL = Duration.ofSeconds(5);

	private final TenantPath tenants;

	private final ClientLookup clients;

	private final DeviceCodes codes;

	private final Asks asks;

	private final Addresses addresses;

	private final OidcProperties properties;

	DeviceCodeController(TenantPath tenants, ClientLookup clients, DeviceCodes codes, Asks asks, Addresses addresses,
			OidcProperties properties) {
		this.tenants = tenants;
		this.clients = clients;
		this.codes = codes;
		this.asks = asks;
		this.addresses = addresses;
		this.properties = properties;
	}

	@PostMapping("/{tenant}/oauth2/v2.0/devicecode")
	ResponseEntity<Map<String, Object>> version2(@PathVariable String tenant, HttpServletRequest request) {
		Form form = Form.of(request);
		return begin(tenant, form, ScopeRequest.parse(form.require("scope")));
	}

	@PostMapping("/{tenant}/oauth2/devicecode")
	ResponseEntity<Map<String, Object>> version1(@PathVariable String tenant, HttpServletRequest request) {
		Form form = Form.of(request);
		return begin(tenant, form, ScopeRequest.ofResource(form.require("resource")));
	}

	private ResponseEntity<Map<String, Object>> begin(String tenant, Form form, ScopeRequest scopes) {
		this.tenants.read(tenant);
		Client client = this.clients.find(form.require("client_id"));
		if (!ProofRules.mayBePublic(client)) {
			throw ClientRefusals.noCredential(DeviceGrant.TYPE);
		}
		this.asks.of(client, scopes);
		boolean capable = ClaimsRequest.parse(form.get("claims")).claimsCapable();
		DeviceCode code = this.codes.begin(client, scopes.text(), capable);
		String page = this.addresses.base() + "/devicelogin";
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("user_code", code.userCode());
		answer.put("device_code", code.deviceCode());
		answer.put("verification_uri", page);
		answer.put("verification_url", page);
		answer.put("expires_in", this.properties.deviceCode().toSeconds());
		answer.put("interval", INTERVAL.toSeconds());
		answer.put("message", "To sign in, use a web browser to open the page " + page + " and enter the code "
				+ code.userCode() + " to authenticate.");
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
	}

}
