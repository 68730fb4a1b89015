package health.admit.sandbox.oidc;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.Client;

/**
 * Reads what a client asks of the sign-in page. First who asks and where the answer goes:
 * until that is settled, refusals are shown and sent nowhere.
 */
@Component
class AuthorizeRequests {

	private static final Set<String> PROMPTS = Set.of("none", "login", "select_account", "consent", "admin_consent",
			"create");

	private final TenantPath tenants;

	private final ClientLookup clients;

	AuthorizeRequests(TenantPath tenants, ClientLookup clients) {
		this.tenants = tenants;
		this.clients = clients;
	}

	/** The client, when it may be used under this address. */
	Client client(String tenant, Form form) {
		TenantPath.Kind kind = this.tenants.read(tenant);
		String clientId = form.require("client_id");
		if (kind == TenantPath.Kind.CONSUMERS) {
			throw ClientRefusals.unknownApplication(clientId, "Microsoft Accounts");
		}
		Client client = this.clients.find(clientId);
		if (kind != TenantPath.Kind.TENANT && client.signInAudience().equals("AzureADMyOrg")) {
			throw ClientRefusals.singleTenantOnCommon(client);
		}
		return client;
	}

	/** Where the answer goes. */
	AuthorizeRequest.AnswerTo answerTo(Client client, Form form) {
		String given = redirectUri(client, form.get("redirect_uri"));
		Platform platform = RedirectUriRule.platform(client, given)
			.orElseThrow(() -> AuthorizeRefusals.redirectUri(given, client));
		ResponseMode mode = switch (form.get("response_mode", "")) {
			case "fragment" -> ResponseMode.FRAGMENT;
			case "form_post" -> ResponseMode.FORM_POST;
			case "query" -> ResponseMode.QUERY;
			default ->
				form.get("response_type", "code").trim().equals("code") ? ResponseMode.QUERY : ResponseMode.FRAGMENT;
		};
		return new AuthorizeRequest.AnswerTo(given, platform, mode, form.get("state"));
	}

	AuthorizeRequest read(String tenant, Client client, AuthorizeRequest.AnswerTo answerTo, Form form,
			boolean version1) {
		Set<String> types = responseTypes(client, answerTo, form);
		String resource = version1 ? form.get("resource") : null;
		String scope = (version1 && resource == null) ? form.get("scope", "openid") : form.get("scope", "");
		if (scope.isEmpty() && resource == null) {
			throw ClientRefusals.missingParameter("scope");
		}
		if (types.contains("id_token") && !form.has("nonce")) {
			throw ClientRefusals.missingParameter("nonce");
		}
		ProofKey.checkChallenge(form.get("code_challenge"), form.get("code_challenge_method"));
		AuthorizeRequest request = new AuthorizeRequest(AuthorizeRequest.Purpose.CODE, tenant, client.appId(), answerTo,
				types, scope, resource, form.get("nonce"), form.get("code_challenge"),
				form.get("code_challenge_method"), prompts(form.get("prompt", "")), form.get("login_hint"),
				seconds(form.get("max_age")), ClaimsRequest.parse(form.get("claims")), null);
		request.scopes();
		return request;
	}

	private static String redirectUri(Client client, @Nullable String given) {
		if (given != null) {
			return given;
		}
		List<String> all = Stream.of(client.webRedirectUris(), client.spaRedirectUris(), client.publicRedirectUris())
			.flatMap(List::stream)
			.toList();
		if (all.size() == 1) {
			return all.get(0);
		}
		throw all.isEmpty() ? AuthorizeRefusals.noReplyAddress() : AuthorizeRefusals.severalReplyAddresses();
	}

	private static Set<String> responseTypes(Client client, AuthorizeRequest.AnswerTo answerTo, Form form) {
		String value = form.require("response_type");
		Set<String> types = new LinkedHashSet<>(List.of(value.trim().split("\\s+")));
		if (!Set.of("code", "id_token", "token").containsAll(types)) {
			throw AuthorizeRefusals.responseType(value);
		}
		if (types.contains("id_token") && !client.implicitIdToken()) {
			throw AuthorizeRefusals.idTokenOff();
		}
		if (types.contains("token") && !client.implicitAccessToken()) {
			throw AuthorizeRefusals.tokenOff();
		}
		if (answerTo.mode() == ResponseMode.QUERY && !types.equals(Set.of("code"))) {
			throw AuthorizeRefusals.responseMode("query");
		}
		return types;
	}

	private static Set<String> prompts(String value) {
		Set<String> prompts = new LinkedHashSet<>(value.isBlank() ? List.of() : List.of(value.trim().split("\\s+")));
		if (!PROMPTS.containsAll(prompts) || (prompts.contains("none") && prompts.size() > 1)) {
			throw AuthorizeRefusals.prompt(value);
		}
		return prompts;
	}

	private static @Nullable Long seconds(@Nullable String value) {
		return (value != null && value.matches("\\d{1,9}")) ? Long.valueOf(value) : null;
	}

}
