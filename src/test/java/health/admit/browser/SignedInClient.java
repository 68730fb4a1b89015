package health.admit.browser;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import health.admit.support.SignInScript;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client that signs a person in with a code and PKCE, in a browser window of its own.
 */
final class SignedInClient {

	/** Unguessable and of the characters that PKCE allows. */
	private final String verifier = UUID.randomUUID() + "." + UUID.randomUUID();

	private final Visit visit;

	private final String clientId;

	private final String redirectUri;

	private final URI authorize;

	private boolean answered;

	/**
	 * A client.
	 * @param redirectUri where the window ends
	 */
	SignedInClient(Browsing browsing, Result registered, String redirectUri) {
		String login = browsing.stage().sandbox().baseUrl();
		this.visit = browsing.visit(login, true);
		this.clientId = registered.clientId();
		this.redirectUri = redirectUri;
		this.authorize = URI.create(login + "/" + registered.tenantId() + "/oauth2/v2.0/authorize");
	}

	/**
	 * For a redirect URI at which nothing listens. The request is enough: not every
	 * Chromium opens the page of a redirection that Playwright answers.
	 */
	SignedInClient answered() {
		this.answered = true;
		this.visit.answeringAt(this.redirectUri);
		return this;
	}

	String verifier() {
		return this.verifier;
	}

	Page page() {
		return this.visit.page();
	}

	/**
	 * Lets a person sign in.
	 * @param agrees whether the person is asked, and agrees
	 * @return the code
	 */
	String code(String person, String scope, boolean agrees) {
		String state = UUID.randomUUID().toString();
		Map<String, String> request = new LinkedHashMap<>();
		request.put("client_id", this.clientId);
		request.put("response_type", "code");
		request.put("redirect_uri", this.redirectUri);
		request.put("scope", scope);
		request.put("state", state);
		request.put("code_challenge", challenge());
		request.put("code_challenge_method", "S256");
		page().navigate(this.authorize + "?" + SignInScript.encode(request));
		Request back = page().waitForRequest((sent) -> sent.url().startsWith(this.redirectUri),
				() -> pick(person, agrees));
		if (!this.answered) {
			page().waitForURL((url) -> url.startsWith(this.redirectUri));
		}
		Map<String, String> answer = parameters(back.url());
		assertThat(answer).containsEntry("state", state).containsKey("code");
		return answer.get("code");
	}

	private void pick(String person, boolean agrees) {
		page().locator("button[name='person']", new Page.LocatorOptions().setHasText(person)).click();
		if (agrees) {
			Locator agree = page().locator("button[name='agree'][value='true']");
			agree.waitFor();
			this.visit.accessible();
			agree.click();
		}
	}

	private String challenge() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest(this.verifier.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, String> parameters(String url) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String pair : URI.create(url).getRawQuery().split("&")) {
			String[] parts = pair.split("=", 2);
			parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
		}
		return parameters;
	}

}
