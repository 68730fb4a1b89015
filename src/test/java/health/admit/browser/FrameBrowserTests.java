package health.admit.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class FrameBrowserTests {

	@Test
	void signingInShowsWhoAndWhereAndSigningOutForgets(Browsing browsing) {
		Visit visit = browsing.visit();
		visit.open("/");
		visit.accessible().fitsATelephone().pictures("sign-in");
		visit.signIn("Priya");
		Page page = visit.page();
		assertThat(page.locator(".sandbox-banner")).containsText("Sandbox");
		assertThat(page.locator("header .tenant")).containsText("Sandbox");
		assertThat(page.locator(".person-name")).containsText("Priya");
		visit.accessible().fitsATelephone().pictures("home");
		page.locator(".person-menu summary").click();
		page.getByText("Sign out").click();
		assertThat(page.locator("h1")).containsText(Pattern.compile("signed out", Pattern.CASE_INSENSITIVE));
		visit.open("/");
		assertThat(page.locator(".person-name")).hasCount(0);
	}

}
