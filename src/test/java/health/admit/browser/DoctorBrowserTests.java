package health.admit.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@BrowserTest
class DoctorBrowserTests {

	private static final String ERROR = "AADSTS50011: The redirect URI 'https://oauth.pstmn.io/v1/callback' specified in the"
			+ " request does not match the redirect URIs configured for the application"
			+ " '0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4'. Make sure";

	private static final String TOKEN = "eyJhbGciOiJub25lIn0."
			+ "eyJhdWQiOiJodHRwczovL2dyYXBoLm1pY3Jvc29mdC5jb20iLCJzY3AiOiI8aW1nIHNyYz14IG9uZXJyb3I9YWxlcnQoMSk-In0.";

	@Test
	void whatWentWrongIsExplainedFromTheKeyboard(Browsing browsing) {
		Visit visit = browsing.visitAs("Priya");
		Page page = visit.page();
		page.getByRole(AriaRole.NAVIGATION).getByText("Doctor").click();
		assertThat(page.locator("h1")).hasText("Doctor");
		visit.accessible().fitsATelephone().pictures("doctor");
		page.locator("textarea#text").focus();
		page.keyboard().insertText(ERROR);
		visit.press("Tab", "Enter");
		page.waitForSelector("h2#result");
		assertThat(page.locator("h2#result")).isFocused();
		assertThat(page.locator("main")).containsText("The redirect URI is not registered.");
		assertThat(page.locator("main")).containsText("https://oauth.pstmn.io/v1/callback");
		assertThat(page.locator("textarea#text")).hasValue(ERROR);
		visit.accessible().fitsATelephone().pictures("doctor-error");
	}

	@Test
	void aTokenIsExplainedWithoutScriptsAndNotShownAgain(Browsing browsing) {
		Visit visit = browsing.visitWithoutScripts().signIn("Hana Sato").expecting(422);
		Page page = visit.page();
		visit.open("/doctor");
		page.locator("main form button").click();
		assertThat(page.locator(".error-summary")).containsText("Paste something first");
		page.locator("textarea#text").fill(TOKEN);
		page.locator("main form button").click();
		page.waitForSelector("h2#result");
		assertThat(page.locator("main")).containsText("The token is not signed.");
		assertThat(page.locator("main")).containsText("The token is for Microsoft Graph or Azure");
		assertThat(page.locator("main")).containsText("<img src=x onerror=alert(1)>");
		assertThat(page.locator("textarea#text")).hasValue("");
		org.assertj.core.api.Assertions.assertThat(page.url()).endsWith("/doctor");
		org.assertj.core.api.Assertions.assertThat(page.content()).doesNotContain(TOKEN.substring(30, 60));
		visit.fitsATelephone();
	}

}
