package health.admit.sandbox.oidc;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.admit.browser.BrowserTest;
import health.admit.browser.Browsing;
import health.admit.browser.Visit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class SignInPagesBrowserTests {

	private static TestTenant tenant;

	@BeforeAll
	static void start() {
		tenant = new TestTenant();
	}

	@AfterAll
	static void stop() {
		tenant.close();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void onePicksAPersonAgreesAndGoesBack(boolean scripts, Browsing browsing) {
		Visit visit = browsing.visit(tenant.base(), scripts);
		visit.open(path(client()));
		Page page = visit.page();
		assertThat(page.locator("h1")).hasText("Pick who you are");
		if (scripts) {
			visit.accessible().fitsATelephone().pictures("sandbox-sign-in");
		}
		page.locator("button[name='person']", new Page.LocatorOptions().setHasText("Priya Raman")).click();
		assertThat(page.locator("h1")).hasText("Permissions requested");
		if (scripts) {
			visit.accessible().fitsATelephone().pictures("sandbox-consent");
		}
		page.locator("button[name='agree'][value='true']").click();
		page.waitForURL("**/devicelogin?code=*");
	}

	@Test
	void theKeyboardIsEnough(Browsing browsing) {
		Visit visit = browsing.visit(tenant.base(), true);
		visit.open(path(client()));
		visit.press("Tab", "Enter");
		assertThat(visit.page().locator("h1")).hasText("Permissions requested");
	}

	@Test
	void anAnswerPostsItself(Browsing browsing) {
		Visit visit = browsing.visit(tenant.base(), true).expecting(422);
		UUID client = client();
		tenant.consent(client, "User.Read");
		visit.open(path(client, "response_mode", "form_post"));
		visit.page().locator("button[name='person']", new Page.LocatorOptions().setHasText("Priya Raman")).click();
		assertThat(visit.page().locator("#wrong")).containsText("That code did not work");
		visit.accessible().fitsATelephone();
	}

	@Test
	void theIconIsThereForPagesThatNameNone(Browsing browsing) {
		Response icon = browsing.visit(tenant.base(), true).open("/favicon.ico");
		assertThat(icon.status()).isEqualTo(200);
		assertThat(icon.headerValue("Content-Type")).startsWith("image/");
	}

	@Test
	void theOtherPagesAreForEverybodyToo(Browsing browsing) {
		Visit visit = browsing.visit(tenant.base(), true).expecting(403).expecting(400);
		visit.open("/devicelogin");
		visit.accessible().fitsATelephone().pictures("sandbox-device");
		visit.open(path(client(), "redirect_uri", "https://elsewhere.example/"));
		visit.accessible().fitsATelephone().pictures("sandbox-refused");
		visit.open(path(client(), "scope", "Application.ReadWrite.All"));
		visit.page().locator("button[name='person']", new Page.LocatorOptions().setHasText("Noah Carter")).click();
		assertThat(visit.page().locator("h1")).hasText("Need admin approval");
		visit.accessible().fitsATelephone().pictures("sandbox-needs-admin");
		visit.open("/common/oauth2/v2.0/logout");
		assertThat(visit.page().locator("h1")).hasText("You signed out of your account");
		visit.accessible().fitsATelephone();
		visit.open("/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/x");
		assertThat(visit.page().locator("h1")).hasText("The sandbox has no Azure portal");
		visit.accessible().fitsATelephone();
		visit.open("/error?code=7000215");
		visit.accessible();
	}

	/** A client whose redirect URI is a page that is there to be seen. */
	private static UUID client() {
		return tenant
			.register((app) -> app.withObject("/web").withArray("redirectUris").add(tenant.base() + "/devicelogin"));
	}

	private static String path(UUID client, String... more) {
		String url = (more.length > 0 && more[0].equals("redirect_uri")) ? tenant.authorize(client, more)
				: tenant.authorize(client,
						Stream.concat(Stream.of("redirect_uri", tenant.base() + "/devicelogin"), Arrays.stream(more))
							.toArray(String[]::new));
		return url.substring(tenant.base().length());
	}

}
