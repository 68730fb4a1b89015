package health.admit.sandbox.oidc;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The token endpoints. That of version 1 takes {@code resource} instead of {@code scope}.
 */
@RestController
@CrossOrigin(origins = "*")
class TokenController {

	private final TenantPath tenants;

	private final ClientAuthentication authentication;

	private final SignInFaults faults;

	private final Map<String, Grant> grants;

	TokenController(TenantPath tenants, ClientAuthentication authentication, SignInFaults faults, List<Grant> grants) {
		this.tenants = tenants;
		this.authentication = authentication;
		this.faults = faults;
		this.grants = grants.stream().collect(Collectors.toUnmodifiableMap(Grant::type, Function.identity()));
	}

	@PostMapping("/{tenant}/oauth2/v2.0/token")
	ResponseEntity<TokenAnswer> version2(@PathVariable String tenant, HttpServletRequest request) {
		return token(tenant, request, false);
	}

	@PostMapping("/{tenant}/oauth2/token")
	ResponseEntity<TokenAnswer> version1(@PathVariable String tenant, HttpServletRequest request) {
		return token(tenant, request, true);
	}

	private ResponseEntity<TokenAnswer> token(String tenant, HttpServletRequest request, boolean version1) {
		if (this.faults.takeFailure()) {
			throw GrantRefusals.unavailable();
		}
		TenantPath.Kind kind = this.tenants.read(tenant);
		Form form = Form.of(request);
		String type = form.require("grant_type");
		Grant grant = this.grants.get(type.equals("device_code") ? DeviceGrant.TYPE : type);
		if (grant == null) {
			throw GrantRefusals.unsupportedGrant(type);
		}
		ClientAuthentication.Authenticated client = this.authentication.authenticate(form,
				request.getHeader(HttpHeaders.AUTHORIZATION));
		TokenAnswer answer = grant.redeem(new TokenRequest(form, kind, client.client(), client.proof(),
				request.getHeader(HttpHeaders.ORIGIN), version1));
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("Pragma", "no-cache").body(answer);
	}

}
