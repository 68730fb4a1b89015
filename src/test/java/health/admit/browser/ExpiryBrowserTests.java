package health.admit.browser;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The help desk at its list.
 */
@BrowserTest
class ExpiryBrowserTests {

	private static final String WITHOUT_OWNER = "/expiry?band=expired&band=week&band=month&owner=none";

	@Test
	void theHelpDeskFindsWhatNobodyOwnsClaimsItAndPutsItOff(Browsing browsing) {
		Visit tom = browsing.visitAs("Tom Fletcher");
		complete(tom);
		assertThat(tom.page().locator("h1")).hasText("What ends and when");
		assertThat(tom.page().locator(".index-note")).containsText("Index complete");
		assertThat(tom.page().locator("[data-timeline] canvas")).isVisible();
		tom.accessible().fitsATelephone().pictures("expiry");
		tom.open(WITHOUT_OWNER);
		ownersKnown(tom);
		tom.open(WITHOUT_OWNER);
		tom.accessible().fitsATelephone().pictures("expiry-without-owner");
		Locator first = tom.page().locator(".expiry-table tbody tr").first();
		assertThat(first).containsText("No owner");
		tom.open(first.locator("th a").getAttribute("href"));
		Keyboard keyboard = new Keyboard(tom).enter("Claim it");
		assertThat(tom.page().locator("[data-toasts]")).containsText("You have claimed it.");
		assertThat(tom.page().locator(".history")).containsText("Tom Fletcher");
		tom.accessible().fitsATelephone().pictures("expiry-credential");
		keyboard = new Keyboard(tom).to("Put it off");
		tom.press("Enter");
		keyboard.type("Until", LocalDate.now().plusDays(20).format(DateTimeFormatter.ofPattern("ddMMyyyy")))
			.type("Reason", "The vendor answers next week")
			.enter("Put it off");
		assertThat(tom.page().locator(".history")).containsText("The vendor answers next week");
		tom.open("/expiry/work?show=snoozed");
		assertThat(tom.page().locator("main tbody tr")).hasCount(1);
		tom.accessible().fitsATelephone().pictures("expiry-work");
		tom.open("/expiry/policy");
		tom.accessible().fitsATelephone().pictures("expiry-policy");
		tom.open("/expiry/views?owner=none");
		tom.accessible().fitsATelephone().pictures("expiry-views");
	}

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

	private static void ownersKnown(Visit visit) {
		visit.page().waitForCondition(() -> visit.page().locator("#owners-status[hx-trigger]").count() == 0);
	}

}
