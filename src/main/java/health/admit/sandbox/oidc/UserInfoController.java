package health.admit.sandbox.oidc;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import health.admit.sandbox.tenant.TenantDirectory;

/**
 * Who the bearer of a token is.
 */
@RestController
@CrossOrigin(origins = "*")
class UserInfoController {

	private static final String GRAPH = "https://graph.microsoft.com";

	private final TokenReader tokens;

	private final TenantDirectory directory;

	private final Addresses addresses;

	UserInfoController(TokenReader tokens, TenantDirectory directory, Addresses addresses) {
		this.tokens = tokens;
		this.directory = directory;
		this.addresses = addresses;
	}

	@RequestMapping(path = "/oidc/userinfo", method = { RequestMethod.GET, RequestMethod.POST })
	ResponseEntity<Map<String, Object>> userInfo(
			@RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
		String base = this.addresses.base();
		try {
			boolean bearer = authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
			Caller caller = this.tokens.read(bearer ? String.valueOf(authorization).substring(7) : "",
					ScopeRequest.GRAPH, GRAPH, GRAPH + "/", base, base + "/");
			if (!caller.scopes().contains("openid")) {
				throw new TokenRefused(TokenRefused.Reason.SCOPE, "The token was not issued for the scope openid.");
			}
			return ResponseEntity.ok(claims(caller, base));
		}
		catch (TokenRefused ex) {
			return ResponseEntity.status(401)
				.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
				.body(Map.of("error",
						Map.of("code", "InvalidAuthenticationToken", "message", String.valueOf(ex.getMessage()))));
		}
	}

	private Map<String, Object> claims(Caller caller, String base) {
		Map<String, Object> claims = new LinkedHashMap<>();
		this.directory.person(caller.objectId()).ifPresent((person) -> {
			claims.put("sub", PairwiseSubject.of(this.directory.tenantId(), caller.appId(), person.objectId()));
			if (caller.scopes().contains("profile")) {
				claims.put("name", person.displayName());
				claims.put("family_name", person.surname());
				claims.put("given_name", person.givenName());
				claims.put("picture", base + "/v1.0/me/photo/$value");
			}
			if (caller.scopes().contains("email") && !person.mail().isEmpty()) {
				claims.put("email", person.mail());
			}
		});
		return claims;
	}

}
