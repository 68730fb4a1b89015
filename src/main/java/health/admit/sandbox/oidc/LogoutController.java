package health.admit.sandbox.oidc;

import java.text.ParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.TenantDirectory;

/**
 * Ends the browser session. Refresh tokens outlive it, as at Entra. The browser is sent
 * back only to an address registered on an application that was signed in to.
 */
@Controller
class LogoutController {

	private final TenantPath tenants;

	private final TenantDirectory directory;

	private final BrowserCookies cookies;

	private final SigningKeys keys;

	private final Pages pages;

	LogoutController(TenantPath tenants, TenantDirectory directory, BrowserCookies cookies, SigningKeys keys,
			Pages pages) {
		this.tenants = tenants;
		this.directory = directory;
		this.cookies = cookies;
		this.keys = keys;
		this.pages = pages;
	}

	@RequestMapping(path = { "/{tenant}/oauth2/v2.0/logout", "/{tenant}/oauth2/logout" },
			method = { RequestMethod.GET, RequestMethod.POST })
	@Nullable ModelAndView logout(@PathVariable String tenant, HttpServletRequest request, HttpServletResponse response) {
		this.tenants.read(tenant);
		Form form = Form.of(request);
		Set<UUID> clients = new LinkedHashSet<>();
		this.cookies.session(request).ifPresent((session) -> clients.addAll(session.clients()));
		hinted(form.get("id_token_hint")).ifPresent(clients::add);
		Optional.ofNullable(form.get("client_id")).flatMap(ClientLookup::parse).ifPresent(clients::add);
		this.cookies.forgetSession(request, response);
		String back = form.get("post_logout_redirect_uri");
		if (back == null || clients.stream().noneMatch((client) -> isRegistered(client, back))) {
			return this.pages.done("You signed out of your account", "It is a good idea to close all browser windows.",
					response);
		}
		String state = form.get("state");
		PageHeaders.quiet(response);
		response.setStatus(HttpServletResponse.SC_FOUND);
		response.setHeader(HttpHeaders.LOCATION, (state == null) ? back
				: new AuthorizeAnswer(back, ResponseMode.QUERY, Map.of("state", state)).location());
		return null;
	}

	private boolean isRegistered(UUID appId, String uri) {
		return this.directory.client(appId)
			.map((client) -> Stream
				.of(client.webRedirectUris(), client.spaRedirectUris(), client.publicRedirectUris(), logoutUrl(client))
				.anyMatch((registered) -> RedirectUriRule.matchesAny(registered, uri)))
			.orElse(false);
	}

	private static List<String> logoutUrl(Client client) {
		return (client.logoutUrl() != null) ? List.of(client.logoutUrl()) : List.of();
	}

	/**
	 * The application an id token of this service, even an expired one, was issued to.
	 */
	private Optional<UUID> hinted(@Nullable String idToken) {
		if (idToken == null) {
			return Optional.empty();
		}
		try {
			SignedJWT token = SignedJWT.parse(idToken);
			return this.keys.signed(token)
					? token.getJWTClaimsSet().getAudience().stream().findFirst().flatMap(ClientLookup::parse)
					: Optional.empty();
		}
		catch (ParseException ex) {
			return Optional.empty();
		}
	}

}
