package health.admit.browser;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The help desk at its list.
 */
@BrowserTest
class ExpiryBrowserTests {

	@Test
	void theListWorksWithoutScripts(Browsing browsing) {
		complete(browsing.visitAs("Tom Fletcher"));
		Visit tom = browsing.visitWithoutScripts().signIn("Tom Fletcher");
		Page page = tom.page();
		tom.open("/expiry");
		assertThat(page.locator("#freshness")).containsText("complete.");
		page.locator(".tile", new Page.LocatorOptions().setHasText("No end date")).click();
		assertThat(page.locator(".chip")).not().hasCount(0);
		page.locator(".chips a", new Page.LocatorOptions().setHasText("Clear all")).click();
		page.locator("thead a", new Page.LocatorOptions().setHasText("Application")).click();
		assertThat(page.locator("th[aria-sort='ascending']")).containsText("Application");
		page.locator("summary", new Page.LocatorOptions().setHasText("The figures")).click();
		assertThat(page.locator("#timeline-figures")).isVisible();
		page.locator("input[name='key']").first().check();
		page.locator("button", new Page.LocatorOptions().setHasText("Claim the chosen")).click();
		assertThat(page.locator("[data-toasts]")).containsText("claimed by you");
	}

	private static void complete(Visit visit) {
		visit.open("/expiry");
		visit.page()
			.waitForCondition(() -> visit.page().locator("#freshness").innerText().contains(", complete.")
					&& visit.page().locator("#freshness progress").count() == 0);
	}

}
