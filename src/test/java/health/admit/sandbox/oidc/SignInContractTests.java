package health.admit.sandbox.oidc;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.support.SignInScript;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a browser and a client see of a sign-in.
 */
class SignInContractTests {

	private static final String PRIYA = "priya.raman";

	private static final String NOAH = "noah.carter";

	private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789";

	private static TestTenant tenant;

	@BeforeAll
	static void start() {
		tenant = new TestTenant();
	}

	@AfterAll
	static void stop() {
		tenant.close();
	}

	@AfterEach
	void reset() {
		tenant.travel(Duration.ZERO);
		tenant.bean(SignInFaults.class).reset();
	}

	@Test
	void aPersonIsPickedAndTheClientGetsTokens() {
		UUID client = client();
		Map<String, String> back = tenant.browser()
			.signIn(tenant.authorize(client, "code_challenge", challenge(), "code_challenge_method", "S256", "max_age",
					"600"), PRIYA);
		assertThat(back).containsEntry("state", "s&<1>").containsKeys("code", "session_state");
		TestTenant.Answer answer = redeem(client, back.get("code"), "code_verifier", VERIFIER, "client_info", "1");
		assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
		String oid = tenant.person(PRIYA).toString();
		assertThat(answer.claims("id_token")).containsEntry("aud", List.of(client.toString()))
			.containsEntry("iss", tenant.tenant() + "/v2.0")
			.containsEntry("oid", oid)
			.containsEntry("tid", tenant.directory().tenantId().toString())
			.containsEntry("name", "Priya Raman")
			.containsEntry("nonce", "n-1")
			.containsKeys("preferred_username", "sub", "sid", "auth_time");
		assertThat(answer.claims("access_token")).containsEntry("aud", List.of(ScopeRequest.GRAPH))
			.containsEntry("scp", "User.Read openid profile")
			.containsEntry("appidacr", "1")
			.containsEntry("idtyp", "user")
			.containsKeys("wids", "upn");
		assertThat(answer.text("scope")).contains("User.Read");
		assertThat(new String(Base64.getUrlDecoder().decode(answer.text("client_info")))).contains(oid);
		assertThat(tenant.get("/oidc/userinfo", "Authorization", "Bearer " + answer.text("access_token")).text("name"))
			.isEqualTo("Priya Raman");
	}

	@Test
	void theSecondApplicationIsSignedInToSilentlyAndKnowsThePersonByAnotherSubject() {
		SignInScript browser = tenant.browser();
		UUID one = client();
		UUID two = client();
		String first = browser.signIn(tenant.authorize(one), PRIYA).get("code");
		Map<String, String> second = SignInScript.answer(browser.get(tenant.authorize(two, "prompt", "none")));
		assertThat(second).containsKey("code");
		assertThat(redeem(one, first).claims("id_token").get("sub"))
			.isNotEqualTo(redeem(two, second.get("code")).claims("id_token").get("sub"));
	}

	@Test
	void silentSignInFailsWithoutASession() {
		assertThat(SignInScript.answer(tenant.browser().get(tenant.authorize(client(), "prompt", "none"))))
			.containsEntry("error", "login_required")
			.hasEntrySatisfying("error_description", (text) -> assertThat(text).startsWith("AADSTS50058"));
	}

	@ParameterizedTest
	@CsvSource({ "prompt, login", "prompt, select_account", "max_age, 0",
			"login_hint, noah.carter@contosohealth.example",
			"claims, '{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}'",
			"claims, '{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"99999999999\"}}}'" })
	void theClientCanAskForAnotherProof(String parameter, String value) {
		SignInScript browser = tenant.browser();
		UUID client = client();
		browser.signIn(tenant.authorize(client), PRIYA);
		tenant.travel(Duration.ofSeconds(5));
		assertThat(browser.get(tenant.authorize(client, parameter, value)).body()).contains("Pick who you are");
	}

	@Test
	void stepUpAndClaimsCapabilityAreInTheToken() {
		SignInScript browser = tenant.browser();
		UUID client = client();
		String claims = "{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]},\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
		Map<String, String> back = browser.signIn(tenant.authorize(client, "claims", claims), PRIYA);
		TestTenant.Answer answer = redeem(client, back.get("code"));
		assertThat(answer.claims("access_token")).containsEntry("acrs", List.of("c1"))
			.containsEntry("xms_cc", List.of("cp1"));
		Caller caller = tenant.bean(TokenReader.class).read(answer.text("access_token"), ScopeRequest.GRAPH);
		assertThat(caller.acrs()).containsExactly("c1");
		assertThat(caller.claimsCapable()).isTrue();
		assertThat(caller.authenticatedAt()).isNotNull();
	}

	@Test
	void aCodeIsGoodOnceForItsClientRedirectAndKey() {
		UUID client = client();
		String code = tenant.browser().signIn(tenant.authorize(client), PRIYA).get("code");
		assertThat(redeem(client(), code).code()).isEqualTo(70000);
		assertThat(redeem(client, code, "redirect_uri", "http://localhost:5000/other").code()).isEqualTo(500112);
		assertThat(redeem(client, code, "client_secret", "").code()).isEqualTo(7000218);
		assertThat(redeem(client, code).status()).isEqualTo(200);
		assertThat(redeem(client, code).code()).isEqualTo(54005);
		String late = tenant.browser().signIn(tenant.authorize(client), PRIYA).get("code");
		tenant.travel(Duration.ofMinutes(11));
		assertThat(redeem(client, late).code()).isEqualTo(70008);
	}

	@Test
	void aProofKeyIsChecked() {
		UUID client = client();
		String code = tenant.browser()
			.signIn(tenant.authorize(client, "code_challenge", challenge(), "code_challenge_method", "S256"), PRIYA)
			.get("code");
		assertThat(redeem(client, code).code()).isEqualTo(501481);
		assertThat(redeem(client, code, "code_verifier", "wrong").code()).isEqualTo(501481);
		assertThat(redeem(client, code, "code_verifier", VERIFIER).status()).isEqualTo(200);
		String plain = tenant.browser().signIn(tenant.authorize(client, "code_challenge", VERIFIER), PRIYA).get("code");
		assertThat(redeem(client, plain, "code_verifier", VERIFIER).status()).isEqualTo(200);
		assertThat(SignInScript.answer(tenant.browser().get(tenant.authorize(client, "code_challenge", "short"))))
			.hasEntrySatisfying("error_description", (text) -> assertThat(text).startsWith("AADSTS50147"));
	}

	@Test
	void aRefreshTokenIsGoodForAnyResourceWithConsentUntilThePersonIsRevoked() {
		UUID client = client();
		String refresh = redeem(client, tenant.browser().signIn(tenant.authorize(client), PRIYA).get("code"))
			.text("refresh_token");
		assertThat(refresh(client, refresh, "scope", "User.Read").status()).isEqualTo(200);
		assertThat(refresh(client, refresh).text("refresh_token")).isNotEmpty();
		assertThat(refresh(client, refresh, "scope", "https://management.azure.com/user_impersonation").code())
			.isEqualTo(65001);
		assertThat(refresh(client, refresh, "scope", "Mail.NoSuch").code()).isEqualTo(650053);
		assertThat(
				refresh(client, refresh, "scope", "User.Read https://management.azure.com/user_impersonation").code())
			.isEqualTo(28000);
		assertThat(refresh(client, "nonsense").code()).isEqualTo(70000);
		tenant.travel(Duration.ofSeconds(2));
		tenant.bean(SignInFaults.class).revoke(tenant.person(PRIYA));
		TestTenant.Answer revoked = refresh(client, refresh);
		assertThat(revoked.code()).isEqualTo(50173);
		assertThat(revoked.text("error")).isEqualTo("invalid_grant");
	}

	@Test
	void aRefreshAsksForMoreProofAndTheNextSignInGivesIt() {
		UUID client = client();
		SignInScript browser = tenant.browser();
		String refresh = redeem(client, browser.signIn(tenant.authorize(client), "jonas.weber").get("code"))
			.text("refresh_token");
		tenant.bean(SignInFaults.class).wantStrongSignIn(true);
		TestTenant.Answer answer = refresh(client, refresh);
		assertThat(answer.code()).isEqualTo(50076);
		assertThat(answer.text("error")).isEqualTo("interaction_required");
		assertThat(answer.text("claims")).contains("mfa");
		HttpResponse<String> page = browser.get(tenant.authorize(client));
		assertThat(page.body()).contains("prove again who you are");
		String code = SignInScript.answer(browser.walk(page, "jonas.weber")).get("code");
		assertThat(redeem(client, code).status()).isEqualTo(200);
	}

	@Test
	void whoIsDisabledGetsNoMoreTokens() {
		UUID client = client();
		String refresh = redeem(client, tenant.browser().signIn(tenant.authorize(client), "hana.sato").get("code"))
			.text("refresh_token");
		enable("hana.sato", false);
		assertThat(refresh(client, refresh).code()).isEqualTo(50057);
		enable("hana.sato", true);
	}

	@Test
	void aSinglePageAppRedeemsAcrossOriginsWithAProofKeyOnly() {
		UUID client = tenant
			.register((app) -> app.withObject("/spa").withArray("redirectUris").add(TestTenant.REDIRECT));
		tenant.consent(client, "User.Read");
		String without = tenant.browser().signIn(tenant.authorize(client), PRIYA).get("code");
		assertThat(publicly(client, without, "http://localhost:5000").code()).isEqualTo(9002325);
		String code = tenant.browser()
			.signIn(tenant.authorize(client, "code_challenge", challenge(), "code_challenge_method", "S256"), PRIYA)
			.get("code");
		assertThat(publicly(client, code, "").code()).isEqualTo(9002327);
		TestTenant.Answer answer = publicly(client, code, "http://localhost:5000");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.headers()).containsEntry("access-control-allow-origin", List.of("*"));
		tenant.travel(Duration.ofHours(25));
		assertThat(tenant
			.post(tokenPath(), Map.of("Origin", "http://localhost:5000"), "grant_type", "refresh_token", "client_id",
					client.toString(), "refresh_token", answer.text("refresh_token"))
			.code()).isEqualTo(700084);
	}

	@Test
	void aPublicClientMustNotSendASecretAndAWebClientNoOrigin() {
		UUID desktop = tenant.register((app) -> {
			TestTenant.secret(app, TestTenant.SECRET, tenant.now(), tenant.now().plusSeconds(600));
			app.withObject("/publicClient").withArray("redirectUris").add("http://localhost/signed-in");
		});
		tenant.consent(desktop, "User.Read");
		String code = tenant.browser().signIn(tenant.authorize(desktop), PRIYA).get("code");
		assertThat(redeem(desktop, code).code()).isEqualTo(700025);
		assertThat(publicly(desktop, code, "").status()).isEqualTo(200);
		UUID web = client();
		String other = tenant.browser().signIn(tenant.authorize(web), PRIYA).get("code");
		assertThat(publicly(web, other, "http://localhost:5000").code()).isEqualTo(9002326);
	}

	@ParameterizedTest
	@CsvSource({ "response_type, id_token, AADSTS700054", "response_type, token, AADSTS700051",
			"response_type, nonsense, AADSTS70005", "prompt, nonsense, AADSTS90023", "scope, '', AADSTS900144",
			"scope, launch/patient, AADSTS70011", "claims, nonsense, AADSTS900561" })
	void aRequestThatCannotWorkIsToldToTheClient(String parameter, String value, String code) {
		assertThat(SignInScript.answer(tenant.browser().get(tenant.authorize(client(), parameter, value))))
			.containsEntry("state", "s&<1>")
			.hasEntrySatisfying("error_description", (text) -> assertThat(text).startsWith(code + ":"));
	}

	@ParameterizedTest
	@CsvSource({ "redirect_uri, https://evil.example/, AADSTS50011",
			"redirect_uri, http://localhost:5000/signed-in/, AADSTS50011",
			"redirect_uri, javascript:alert(1), AADSTS50011",
			"client_id, 11111111-1111-1111-1111-111111111111, AADSTS700016", "client_id, <script>, AADSTS700016" })
	void whoCannotBeToldIsNotSentAnywhere(String parameter, String value, String code) {
		HttpResponse<String> page = tenant.browser().get(tenant.authorize(client(), parameter, value));
		assertThat(page.statusCode()).isEqualTo(400);
		assertThat(page.headers().firstValue("Location")).isEmpty();
		assertThat(page.body()).contains(code).doesNotContain("<script>");
	}

	@Test
	void aSingleTenantApplicationIsNotForEverybody() {
		String url = tenant.authorize(client()).replace(tenant.directory().tenantId().toString(), "common");
		assertThat(tenant.browser().get(url).body()).contains("AADSTS50194");
	}

	@Test
	void implicitTokensComeInTheFragmentWhenSwitchedOn() {
		UUID client = tenant.register((app) -> {
			app.withObject("/web").withArray("redirectUris").add(TestTenant.REDIRECT);
			app.withObject("/web")
				.putObject("implicitGrantSettings")
				.put("enableIdTokenIssuance", true)
				.put("enableAccessTokenIssuance", true);
		});
		tenant.consent(client, "User.Read");
		SignInScript browser = tenant.browser();
		HttpResponse<String> back = browser
			.walk(browser.get(tenant.authorize(client, "response_type", "code id_token token")), PRIYA);
		assertThat(back.headers().firstValue("Location").orElseThrow()).startsWith(TestTenant.REDIRECT + "#");
		assertThat(SignInScript.answer(back)).containsKeys("code", "id_token", "access_token", "expires_in");
	}

	@Test
	void anAnswerCanBePostedByAForm() {
		SignInScript browser = tenant.browser();
		HttpResponse<String> page = browser.walk(browser.get(tenant.authorize(client(), "response_mode", "form_post")),
				PRIYA);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("action=\"" + TestTenant.REDIRECT + "\"");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
			.contains("form-action 'self' http://localhost:5000;");
		assertThat(SignInScript.answer(page)).containsKey("code").containsEntry("state", "s&<1>");
	}

	@Test
	void aFormIsGoodOnlyInTheBrowserItWasMadeFor() {
		HttpResponse<String> page = tenant.browser().get(tenant.authorize(client()));
		HttpResponse<String> elsewhere = tenant.browser().pick(page, PRIYA);
		assertThat(elsewhere.statusCode()).isEqualTo(400);
		assertThat(elsewhere.body()).contains("AADSTS165000");
	}

	@Test
	void pagesEscapeNamesAndCarryTheirHeaders() {
		HttpResponse<String> page = tenant.browser().get(tenant.authorize(client()));
		assertThat(page.body()).contains("Test &lt;b&gt;client&lt;/b&gt;").doesNotContain("<b>client");
		assertThat(page.body()).contains("People with other directory roles").contains("Sandbox.");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'")
			.doesNotContain("unsafe-inline");
		assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
		assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
		assertThat(page.headers().allValues("Set-Cookie"))
			.allSatisfy((cookie) -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
	}

	@Test
	void onlyThoseAssignedGetInWhereAssignmentIsRequired() {
		UUID client = client();
		requireAssignment(client);
		SignInScript browser = tenant.browser();
		HttpResponse<String> page = browser.walk(browser.get(tenant.authorize(client)), NOAH);
		assertThat(page.body()).contains("AADSTS50105");
	}

	@Test
	void signingOutEndsTheSessionAndGoesBackOnlyToARegisteredAddress() {
		UUID client = client();
		SignInScript browser = tenant.browser();
		browser.signIn(tenant.authorize(client), PRIYA);
		HttpResponse<String> out = browser
			.get(tenant.tenant() + "/oauth2/v2.0/logout?post_logout_redirect_uri=" + TestTenant.REDIRECT + "&state=7");
		assertThat(out.headers().firstValue("Location")).contains(TestTenant.REDIRECT + "?state=7");
		assertThat(SignInScript.answer(browser.get(tenant.authorize(client, "prompt", "none")))).containsEntry("error",
				"login_required");
		browser.signIn(tenant.authorize(client), PRIYA);
		HttpResponse<String> stay = browser
			.get(tenant.tenant() + "/oauth2/v2.0/logout?post_logout_redirect_uri=https://evil.example/");
		assertThat(stay.statusCode()).isEqualTo(200);
		assertThat(stay.body()).contains("You signed out of your account");
	}

	@Test
	void discoveryLeadsToTheKeysThatSign() throws Exception {
		TestTenant.Answer document = tenant.get("/contosohealth.onmicrosoft.com/v2.0/.well-known/openid-configuration");
		assertThat(document.text("issuer")).isEqualTo(tenant.tenant() + "/v2.0");
		assertThat(tenant.get("/common/v2.0/.well-known/openid-configuration").text("issuer"))
			.isEqualTo(tenant.base() + "/{tenantid}/v2.0");
		TestTenant.Answer keys = tenant.get(document.text("jwks_uri").substring(tenant.base().length()));
		assertThat(keys.json().path("keys").path(0).has("d")).isFalse();
		UUID client = client();
		String idToken = redeem(client, tenant.browser().signIn(tenant.authorize(client), PRIYA).get("code"))
			.text("id_token");
		SignedJWT token = SignedJWT.parse(idToken);
		RSAKey key = JWKSet.parse(keys.json().toString()).getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
		assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
	}

	@Test
	void behindAProxyEveryAddressIsTheOneOutside() {
		TestTenant.Answer document = tenant.get("/common/v2.0/.well-known/openid-configuration", "X-Forwarded-Host",
				"login.example.test", "X-Forwarded-Proto", "https");
		assertThat(document.text("token_endpoint")).isEqualTo("https://login.example.test/common/oauth2/v2.0/token");
	}

	private static UUID client() {
		UUID client = tenant.confidential();
		tenant.consent(client, "User.Read");
		return client;
	}

	private static String challenge() {
		return TokenSigner.encode(TestTenant.sha256(VERIFIER));
	}

	private static void enable(String userName, boolean enabled) {
		tenant.bean(Store.class)
			.update(Kind.USER, tenant.person(userName), (document) -> document.put("accountEnabled", enabled));
	}

	private static void requireAssignment(UUID client) {
		UUID principal = tenant.directory().principal(client).orElseThrow().objectId();
		tenant.bean(Store.class)
			.update(Kind.SERVICE_PRINCIPAL, principal, (document) -> document.put("appRoleAssignmentRequired", true));
	}

	private static String tokenPath() {
		return "/" + tenant.directory().tenantId() + "/oauth2/v2.0/token";
	}

	private static TestTenant.Answer redeem(UUID client, String code, String... more) {
		Map<String, String> form = new LinkedHashMap<>(
				Map.of("grant_type", "authorization_code", "client_id", client.toString(), "client_secret",
						TestTenant.SECRET, "code", code, "redirect_uri", TestTenant.REDIRECT));
		for (int i = 0; i < more.length; i += 2) {
			form.put(more[i], more[i + 1]);
		}
		return tenant.token(form.entrySet()
			.stream()
			.flatMap((entry) -> Stream.of(entry.getKey(), entry.getValue()))
			.toArray(String[]::new));
	}

	private static TestTenant.Answer publicly(UUID client, String code, String origin) {
		return tenant.post(tokenPath(), Map.of("Origin", origin), "grant_type", "authorization_code", "client_id",
				client.toString(), "code", code, "redirect_uri", TestTenant.REDIRECT, "code_verifier", VERIFIER);
	}

	private static TestTenant.Answer refresh(UUID client, String token, String... more) {
		String[] form = Stream
			.concat(Stream.of("grant_type", "refresh_token", "client_id", client.toString(), "client_secret",
					TestTenant.SECRET, "refresh_token", token), Arrays.stream(more))
			.toArray(String[]::new);
		return tenant.token(form);
	}

}
