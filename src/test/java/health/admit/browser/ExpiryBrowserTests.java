package health.admit.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

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
		assertThat(tom.page().locator("main tbody tr").first()).containsText("until");
		tom.accessible().fitsATelephone().pictures("expiry-work");
	}

	@Test
	void theListIsFilteredAndClaimedWithTheKeyboardAlone(Browsing browsing) {
		Visit tom = browsing.visitAs("Tom Fletcher");
		complete(tom);
		Keyboard keyboard = new Keyboard(tom).to("More filters");
		tom.press("Enter");
		keyboard.tick("Within 60 days").tick("Within 90 days").tick("No owner").enter("Show");
		ownersKnown(tom);
		tom.page().reload();
		assertThat(tom.page().locator(".chips")).containsText("No owner");
		assertThat(tom.page().locator(".expiry-table tbody tr").first()).containsText("No owner");
		new Keyboard(tom).tick("Choose ").enter("Claim the chosen");
		assertThat(tom.page().locator("[data-toasts]")).containsText("1 of 1 is claimed by you now.");
		new Keyboard(tom).enter("Keep this view");
		new Keyboard(tom).type("Name", "Nobody's <b> view").enter("Keep it");
		assertThat(tom.page().locator(".views-line")).containsText("Nobody's <b> view");
	}

	@Test
	void theListIsTakenAlong(Browsing browsing) throws IOException, InterruptedException {
		Visit hana = browsing.visitAs("Hana Sato");
		complete(hana);
		Page page = hana.page();
		hana.open("/expiry?band=expired&band=week&covered=no");
		int rows = page.locator(".expiry-table tbody tr").count();
		Download download = page
			.waitForDownload(() -> page.locator(".take a", new Page.LocatorOptions().setHasText("As CSV")).click());
		Assertions.assertThat(download.suggestedFilename()).endsWith("-complete.csv");
		List<Map<String, String>> lines = csv(download.path());
		Assertions.assertThat(lines)
			.hasSize(rows)
			.isNotEmpty()
			.allSatisfy((line) -> Assertions.assertThat(line)
				.containsEntry("covered", "no")
				.containsEntry("index", "complete"));
		Download workbook = page
			.waitForDownload(() -> page.locator(".take a", new Page.LocatorOptions().setHasText("Excel")).click());
		Assertions.assertThat(workbook.suggestedFilename()).endsWith("-complete.xlsx");
		page.locator(".take a", new Page.LocatorOptions().setHasText("For other programs")).click();
		assertThat(page.locator(".addresses")).containsText("/api/credentials?band=expired&band=week&covered=no");

		hana.open("/expiry");
		page.locator(".take a", new Page.LocatorOptions().setHasText("In your calendar")).click();
		page.locator("main button", new Page.LocatorOptions().setHasText("Create an address")).click();
		hana.accessible().fitsATelephone().pictures("expiry-calendar");
		String address = page.locator("main .copy-text").first().innerText();
		HttpResponse<String> calendar = get(address);
		Assertions.assertThat(calendar.statusCode()).isEqualTo(200);
		Assertions.assertThat(calendar.body()).startsWith("BEGIN:VCALENDAR").contains("BEGIN:VEVENT");
		page.locator("main button", new Page.LocatorOptions().setHasText("Revoke")).click();
		assertThat(page.locator("[data-toasts]")).containsText("revoked");
		Assertions.assertThat(get(address).statusCode()).isEqualTo(404);
		hana.open("/expiry/reminders");
		page.locator("main button", new Page.LocatorOptions().setHasText("Dry run")).click();
		hana.accessible().fitsATelephone().pictures("expiry-reminders");
	}

	@Test
	void whatTwoPeopleDoAtOnceIsToldAndNothingTypedIsLost(Browsing browsing) {
		Visit tom = browsing.visitAs("Tom Fletcher").expecting(409);
		complete(tom);
		tom.open("/expiry?view=all&sort=name-descending");
		String link = tom.page().locator(".expiry-table th a[href*='/credentials/']").last().getAttribute("href");
		Visit hana = browsing.visitAs("Hana Sato");
		tom.open(link);
		hana.open(link);
		hana.page().locator("button", new Page.LocatorOptions().setHasText("Claim it")).click();
		assertThat(hana.page().locator("[data-toasts]")).containsText("You have claimed it.");
		new Keyboard(tom).to("Write a note");
		tom.press("Enter");
		new Keyboard(tom).type("Note", "Asked the vendor").enter("Add the note");
		assertThat(tom.page().locator("main [role='alert']").first()).containsText("Somebody else was quicker.");
		assertThat(tom.page().locator("main [role='alert']").first()).containsText("Hana Sato");
		assertThat(tom.page().locator("textarea[name='note']")).hasValue("Asked the vendor");
		tom.accessible().fitsATelephone().pictures("expiry-conflict");
		new Keyboard(tom).enter("Add the note");
		assertThat(tom.page().locator(".history")).containsText("Asked the vendor");
	}

	@Test
	void aReadingThatBeginsLaterShowsWithoutLoadingThePageAgain(Browsing browsing) {
		Visit tom = browsing.visitAs("Tom Fletcher");
		complete(tom);
		Page page = tom.page();
		ownersKnown(tom);
		page.locator("input[name='key']").first().check();
		page.evaluate("document.getElementById('rows').dataset.before = 'yes'");
		page.evaluate("document.querySelector('.tile-count').innerText = 'old'");
		Visit hana = browsing.visitAs("Hana Sato");
		hana.open("/expiry");
		hana.page().locator("button", new Page.LocatorOptions().setHasText("Read everything again")).click();
		page.waitForCondition(() -> page.locator("#rows:not([data-before])").count() == 1);
		assertThat(page.locator("#freshness")).containsText(", complete.");
		assertThat(page.locator(".tile-count").first()).not().containsText("old");
		assertThat(page.locator("[data-timeline] canvas")).isVisible();
		// What was chosen meanwhile stays so.
		assertThat(page.locator("input[name='key']").first()).isChecked();
	}

	@Test
	void whatEntrasReportOnUseNeedsIsSaid(Browsing browsing) {
		Visit tom = browsing.visitAs("Tom Fletcher");
		complete(tom);
		Page page = tom.page();
		String link = page.locator(".expiry-table th a[href*='/credentials/']").first().getAttribute("href");
		tom.open(link);
		page.locator("a", new Page.LocatorOptions().setHasText("Read Entra's report")).click();
		assertThat(page.locator("main")).containsText("AuditLog.Read.All");
		page.locator("main button", new Page.LocatorOptions().setHasText("Read the report now")).click();
		assertThat(page.locator("[data-toasts]")).containsText("The report is being read.");
		page.waitForCondition(() -> {
			tom.open("/expiry/last-use");
			return page.locator("main").innerText().contains("could not be read");
		});
		assertThat(page.locator("main")).containsText("lacks a directory role");
		tom.accessible().fitsATelephone().pictures("expiry-last-use");
		tom.open(link);
		assertThat(page.locator("main")).containsText("lacks a directory role");
		tom.open("/expiry/policy");
		assertThat(page.locator("main")).containsText("lacks a directory role");
	}

	@Test
	void otherPagesAreFitToLookAt(Browsing browsing) {
		Visit tom = browsing.visitAs("Tom Fletcher").expecting(404);
		complete(tom);
		Page page = tom.page();
		String application = page.locator(".expiry-table tbody th a")
			.first()
			.getAttribute("href")
			.replaceFirst("/credentials/([^/]+)/.*", "/applications/$1");
		tom.open(application);
		assertThat(page.locator("#owners")).not().containsText("being read");
		tom.open("/expiry/applications/" + UUID.randomUUID());
		assertThat(page.locator("h1")).hasText("Not in the index");
		tom.accessible().fitsATelephone().pictures("expiry-missing");
		tom.open("/expiry?q=nothing-is-called-like-this");
		assertThat(page.locator("#rows")).containsText("Nothing ends in this view");
		tom.accessible().fitsATelephone().pictures("expiry-empty");
		tom.open("/expiry/work?show=lost");
		tom.accessible().fitsATelephone().pictures("expiry-work-empty");
		tom.open("/expiry");
		page.locator("summary", new Page.LocatorOptions().setHasText("More filters")).click();
		tom.accessible().fitsATelephone().pictures("expiry-filters");
	}

	@Test
	void onPaperTheListSaysHowCompleteItIs(Browsing browsing) {
		Visit tom = browsing.visitAs("Tom Fletcher");
		complete(tom);
		Page page = tom.page();
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(page.locator("#freshness")).isVisible();
		assertThat(page.locator(".expiry-table")).isVisible();
		assertThat(page.locator(".take")).isHidden();
		assertThat(page.locator(".filter-form")).isHidden();
		assertThat(page.locator("input[name='key']").first()).isHidden();
		page.pdf(new Page.PdfOptions().setPath(Path.of("target", "screenshots", "expiry.pdf")).setFormat("A4"));
		page.setViewportSize(750, 1000);
		page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "expiry-print.png"))
			.setFullPage(true));
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
		tom.open("/expiry?band=expired");
		page.locator(".expiry-table th a[href*='/credentials/']").last().click();
		page.locator("summary", new Page.LocatorOptions().setHasText("Put it off")).click();
		page.locator("input[name='until']").fill(LocalDate.now().plusDays(9).toString());
		page.locator("textarea[name='reason']").fill("Without scripts");
		page.locator("button[value='SNOOZE']").click();
		assertThat(page.locator(".history")).containsText("Without scripts");
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

	private static List<Map<String, String>> csv(Path file) throws IOException {
		return new CsvMapper().readerForMapOf(String.class)
			.with(CsvSchema.emptySchema().withHeader())
			.<Map<String, String>>readValues(Files.readString(file).substring(1))
			.readAll();
	}

	private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
	}

}
