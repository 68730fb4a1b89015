package health.admit.portal.web;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import health.admit.browser.BrowserTest;
import health.admit.browser.Browsing;
import health.admit.browser.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class GalleryBrowserTests {

	private static ConfigurableApplicationContext gallery;

	@BeforeAll
	static void open() {
		gallery = Gallery.open();
	}

	@AfterAll
	static void close() {
		gallery.close();
	}

	@Test
	void everyFragmentIsAccessibleAndFitsATelephone(Browsing browsing) {
		Visit visit = visit(browsing);
		visit.open("/samples");
		visit.accessible().fitsATelephone().pictures("gallery");
		visit.page().locator(".person-menu summary").click();
		visit.accessible().pictures("gallery-menu");
	}

	@Test
	void aRefusedFormTakesTheFocusToItsSummaryAndFromThereToTheField(Browsing browsing) {
		Visit visit = visit(browsing).expecting(422);
		visit.open("/samples");
		visit.page().getByText("Continue").click();
		assertThat(visit.page()).hasTitle("Error: Sample - Admit");
		assertThat(visit.focused()).startsWith("There is a problem");
		visit.accessible().pictures("gallery-errors");
		visit.page().getByText("Choose one").first().click();
		assertThat(visit.page().locator("#kind")).isFocused();
	}

	@Test
	void aRefusedFormTakesTheFocusWithoutScriptsToo(Browsing browsing) {
		Visit visit = browsing.visit(origin(), false).expecting(422);
		visit.open("/samples");
		visit.page().getByText("Continue").click();
		assertThat(visit.page().locator(".error-summary")).isFocused();
	}

	@Test
	void copyingSaysWhatWasCopied(Browsing browsing) {
		Visit visit = browsing.visit(origin(), true,
				(options) -> options.setPermissions(java.util.List.of("clipboard-read", "clipboard-write")));
		visit.open("/samples");
		visit.page().getByLabel("Copy Client id").first().click();
		assertThat(visit.page().getByRole(AriaRole.STATUS)).containsText("Client id copied");
		assertThat(visit.page().evaluate("navigator.clipboard.readText()")).isEqualTo(Samples.HOSTILE);
	}

	@Test
	void aSecretCanBeHiddenShownAndSaved(Browsing browsing) {
		Visit visit = visit(browsing);
		visit.open("/samples");
		Page page = visit.page();
		button(page, "Hide Secret").click();
		assertThat(page.locator("[data-secret-text]")).not().containsText("geheim");
		assertThat(button(page, "Hide Secret")).hasCount(0);
		visit.accessible();
		button(page, "Show Secret").click();
		assertThat(page.locator("[data-secret-text]")).hasText("aB3~geheim");
		assertThat(button(page, "Hide Secret")).not().hasAttribute("aria-pressed", Pattern.compile(".*"));
		assertThat(page.waitForDownload(() -> page.getByLabel("Download Secret").click()).suggestedFilename())
			.isEqualTo("secret.txt");
	}

	@Test
	void theAppearanceIsRememberedWithAndWithoutScripts(Browsing browsing) {
		for (boolean scripts : new boolean[] { true, false }) {
			Visit visit = browsing.visit(origin(), scripts);
			visit.open("/help");
			visit.page().locator(".person-menu summary").click();
			visit.page()
				.waitForResponse((answer) -> answer.request().method().equals("POST"),
						() -> visit.page().getByText("Dark", new Page.GetByTextOptions().setExact(true)).click());
			assertThat(visit.page().locator("html")).hasAttribute("data-bs-theme", "dark");
			visit.page().waitForLoadState();
			PlaywrightAssertions.assertThat(visit.page()).hasURL(Pattern.compile(".*/help$"));
			visit.open("/samples");
			assertThat(visit.page().locator("html")).hasAttribute("data-bs-theme", "dark");
			assertThat(visit.page().evaluate("getComputedStyle(document.body).backgroundColor"))
				.isEqualTo("rgb(17, 24, 26)");
		}
	}

	@Test
	void theFirstTabOffersToSkipToTheContent(Browsing browsing) {
		Visit visit = visit(browsing);
		visit.open("/help");
		visit.press("Tab");
		assertThat(visit.focused()).isEqualTo("Skip to main content");
		visit.press("Enter", "Tab");
		assertThat(visit.page().locator("main")).not().containsText("Skip");
		assertThat(visit.page().evaluate("document.activeElement.closest('header') === null")).isEqualTo(true);
	}

	@Test
	void aProblemSaysWhatHappenedAndWhatToDo(Browsing browsing) {
		Visit visit = visit(browsing).expecting(404).expecting(500).expecting(403).expecting(400);
		visit.open("/nothing/here");
		assertThat(visit.page().locator("h1")).hasText("There is no such page");
		visit.accessible().fitsATelephone().pictures("problem-404");
		visit.open("/samples/fails");
		assertThat(visit.page().locator("h1")).hasText("The portal failed");
		assertThat(visit.page().content()).doesNotContain("com.example", "Exception", "java.");
		visit.open("/samples/refused");
		assertThat(visit.page().locator("main")).containsText("Authorization_RequestDenied");
		assertThat(visit.page().locator("main")).containsText("Insufficient <b>privileges</b>");
		assertThat(visit.page().locator("main")).containsText("graph-request-id");
		visit.accessible().fitsATelephone().pictures("problem-graph");
		visit.open("/samples/taken?id=notanid");
		assertThat(visit.page().locator("h1")).hasText("There is no such page");
	}

	@Test
	void helpIsOneAndTheSameLinkOnEveryPage(Browsing browsing) {
		Visit visit = visit(browsing);
		visit.open("/samples");
		visit.page().locator("footer").getByText("Help").click();
		assertThat(visit.page()).hasTitle("Help - Admit");
		visit.accessible().fitsATelephone().pictures("help");
	}

	@Test
	void somethingTypedIsNotLostWithoutAQuestion(Browsing browsing) {
		Visit visit = visit(browsing);
		visit.open("/samples");
		visit.page().locator("#name").fill("changed");
		boolean[] asked = new boolean[1];
		visit.page().onDialog((dialog) -> asked[0] = "beforeunload".equals(dialog.type()));
		visit.open("/help");
		assertThat(asked[0]).isTrue();
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static Visit visit(Browsing browsing) {
		return browsing.visit(origin(), true);
	}

	private static String origin() {
		return "http://localhost:" + gallery.getEnvironment().getProperty("local.server.port");
	}

}
