package health.admit.sandbox.oidc;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import health.admit.sandbox.tenant.Principal;
import health.admit.support.SignInScript;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is asked for which permissions, and what their answer does.
 */
class ConsentContractTests {

	private static final String AMARA = "amara.okafor";

	private static final String PRIYA = "priya.raman";

	private static final String NOAH = "noah.carter";

	private static TestTenant tenant;

	@BeforeAll
	static void start() {
		tenant = new TestTenant();
	}

	@AfterAll
	static void stop() {
		tenant.close();
	}

	@Test
	void aPersonConsentsForThemselvesOnce() {
		UUID client = tenant.confidential();
		SignInScript browser = tenant.browser();
		HttpResponse<String> page = browser.pick(browser.get(tenant.authorize(client)), NOAH);
		assertThat(page.body()).contains("Permissions requested")
			.contains("User.Read")
			.contains("Test &lt;b&gt;client&lt;/b&gt;")
			.doesNotContain("on behalf of your organization");
		assertThat(SignInScript.answer(browser.agree(page, true))).containsKey("code");
		assertThat(granted(client, NOAH)).contains("User.Read");
		assertThat(granted(client, null)).isEmpty();
		assertThat(SignInScript.answer(browser.get(tenant.authorize(client, "prompt", "none")))).containsKey("code");
	}

	@Test
	void whoDeclinesSendsTheClientAway() {
		SignInScript browser = tenant.browser();
		HttpResponse<String> page = browser.pick(browser.get(tenant.authorize(tenant.confidential())), NOAH);
		assertThat(SignInScript.answer(browser.agree(page, false))).containsEntry("error", "access_denied")
			.containsEntry("error_subcode", "cancel")
			.containsEntry("state", "s&<1>");
	}

	@Test
	void silentSignInCannotAsk() {
		UUID client = tenant.confidential();
		SignInScript browser = tenant.browser();
		browser.pick(browser.get(tenant.authorize(client)), NOAH);
		assertThat(SignInScript.answer(browser.get(tenant.authorize(client, "prompt", "none"))))
			.hasEntrySatisfying("error_description", (text) -> assertThat(text).startsWith("AADSTS65001"));
	}

	@Test
	void whatOnlyAnAdministratorMayGrantEndsAtAPageForOthers() {
		UUID client = tenant.confidential();
		SignInScript browser = tenant.browser();
		HttpResponse<String> page = browser
			.pick(browser.get(tenant.authorize(client, "scope", "openid Application.ReadWrite.All")), NOAH);
		assertThat(page.statusCode()).isEqualTo(403);
		assertThat(page.body()).contains("Need admin approval")
			.contains("AADSTS90094")
			.contains("/adminconsent?client_id=" + client);
		assertThat(SignInScript.answer(browser.agree(page, false))).containsEntry("error", "access_denied");
	}

	@Test
	void anAdministratorMayConsentForEveryone() {
		UUID client = tenant.confidential();
		SignInScript browser = tenant.browser();
		HttpResponse<String> page = browser
			.pick(browser.get(tenant.authorize(client, "scope", "openid Application.ReadWrite.All")), PRIYA);
		assertThat(page.body()).contains("Consent on behalf of your organization");
		HttpResponse<String> back = browser.post("/common/consent",
				Map.of("flow", flow(page), "agree", "true", "everyone", "true"));
		assertThat(SignInScript.answer(back)).containsKey("code");
		assertThat(granted(client, null)).contains("Application.ReadWrite.All");
	}

	@Test
	void anOrdinaryPersonCannotConsentForEveryoneByAForgedForm() {
		UUID client = tenant.confidential();
		SignInScript browser = tenant.browser();
		HttpResponse<String> page = browser.pick(browser.get(tenant.authorize(client)), NOAH);
		HttpResponse<String> back = browser.post("/common/consent",
				Map.of("flow", flow(page), "agree", "true", "everyone", "true"));
		assertThat(back.body()).contains("AADSTS90094");
		assertThat(granted(client, null)).isEmpty();
	}

	@Test
	void adminConsentGrantsEverythingOnTheListAndMakesThePrincipal() {
		UUID client = requesting(false);
		SignInScript browser = tenant.browser();
		String url = tenant.tenant() + "/adminconsent?client_id=" + client + "&state=12&redirect_uri="
				+ TestTenant.REDIRECT;
		HttpResponse<String> page = browser.pick(browser.get(url), PRIYA);
		assertThat(page.body()).contains("Permissions requested").contains("User.Read");
		assertThat(SignInScript.answer(browser.agree(page, true))).containsEntry("admin_consent", "True")
			.containsEntry("tenant", tenant.directory().tenantId().toString())
			.containsEntry("state", "12");
		assertThat(granted(client, null)).contains("User.Read");
	}

	@Test
	void applicationPermissionsOfGraphNeedTheHighestAdministrator() {
		UUID client = requesting(true);
		String url = tenant.tenant() + "/v2.0/adminconsent?client_id=" + client
				+ "&scope=https://graph.microsoft.com/.default&redirect_uri=" + TestTenant.REDIRECT;
		SignInScript cloud = tenant.browser();
		assertThat(cloud.pick(cloud.get(url), PRIYA).body()).contains("Need admin approval");
		SignInScript global = tenant.browser();
		HttpResponse<String> page = global.pick(global.get(url), AMARA);
		assertThat(page.body()).contains("application permission");
		assertThat(SignInScript.answer(global.agree(page, true))).containsEntry("admin_consent", "True");
		TestTenant.Answer token = tenant.token("grant_type", "client_credentials", "client_id", client.toString(),
				"client_secret", TestTenant.SECRET, "scope", TestTenant.GRAPH);
		assertThat(token.claims("access_token").get("roles")).asString().contains("Application.Read.All");
	}

	@Test
	void withoutARedirectUriTheResultIsShown() {
		SignInScript browser = tenant.browser();
		HttpResponse<String> page = browser
			.pick(browser.get(tenant.tenant() + "/adminconsent?client_id=" + requesting(false)), PRIYA);
		assertThat(browser.agree(page, true).body()).contains("Consent is given");
	}

	/** A client without a service principal that asks for permissions of Graph. */
	private static UUID requesting(boolean applicationPermission) {
		Principal graph = graph();
		UUID scope = graph.scopes()
			.stream()
			.filter((one) -> one.value().equals("User.Read"))
			.findFirst()
			.orElseThrow()
			.id();
		UUID role = graph.roles()
			.stream()
			.filter((one) -> one.value().equals("Application.Read.All"))
			.findFirst()
			.orElseThrow()
			.id();
		return tenant.registerOnly((app) -> {
			TestTenant.secret(app, TestTenant.SECRET, tenant.now(), tenant.now().plusSeconds(600));
			app.withObject("/web").withArray("redirectUris").add(TestTenant.REDIRECT);
			ObjectNode required = app.withArray("requiredResourceAccess")
				.addObject()
				.put("resourceAppId", ScopeRequest.GRAPH);
			required.withArray("resourceAccess").addObject().put("id", scope.toString()).put("type", "Scope");
			if (applicationPermission) {
				required.withArray("resourceAccess").addObject().put("id", role.toString()).put("type", "Role");
			}
		});
	}

	private static Principal graph() {
		return tenant.directory().principalNamed(ScopeRequest.GRAPH).orElseThrow();
	}

	private static Set<String> granted(UUID client, String userName) {
		UUID principal = tenant.directory().principal(client).orElseThrow().objectId();
		return tenant.directory()
			.grantedScopes(principal, graph().objectId(), (userName != null) ? tenant.person(userName) : null);
	}

	private static String flow(HttpResponse<String> page) {
		return page.body().replaceAll("(?s).*name=\"flow\" value=\"([^\"]+)\".*", "$1");
	}

}
