package health.admit.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page does about the end of its session. Time passes in the browser only; the
 * server's session is ended by taking the cookie away.
 */
@BrowserTest
class SessionBrowserTests {

	private static final String OVER = "Your session has ended. Copy what you need";

	@Test
	void whatWasTypedStaysWhenTheSessionEnds(Browsing browsing) {
		Visit visit = browsing.visitAs("Priya");
		Page page = begin(visit);
		page.locator("#name").fill("Ward monitor");
		int[] questions = endUnder(visit);
		assertThat(page.locator("#name")).hasValue("Ward monitor");
		assertThat(questions).containsExactly(0);
		visit.accessible().fitsATelephone();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in again")).click();
		page.waitForURL(Pattern.compile(".*/signin\\?to=.*basics"));
	}

	@Test
	void whatWasTypedIntoARefusedFormStaysToo(Browsing browsing) {
		Visit visit = browsing.visitAs("Priya").expecting(422);
		Page page = begin(visit);
		page.locator("#name").fill("Ward monitor");
		page.locator("main .buttons button[value='continue']").click();
		assertThat(page.locator(".error-summary")).isVisible();
		int[] questions = endUnder(visit);
		assertThat(page.locator("#name")).hasValue("Ward monitor");
		assertThat(questions).containsExactly(0);
	}

	@Test
	void aSecretStaysUntilItIsStored(Browsing browsing) {
		Visit visit = browsing.visitAs("Priya Raman");
		Wizard.begin(visit)
			.basics("Ended session", "FHIR service")
			.authentication("An application on a server")
			.go()
			.secret("6 months (recommended)")
			.go()
			.noPermissions()
			.go()
			.accessLater()
			.confirm();
		Page page = visit.page();
		page.clock().install();
		page.locator("#secret .btn-primary").click();
		Locator secret = page.locator("#secret [data-secret-text]").first();
		String text = secret.innerText();
		int[] questions = endUnder(visit);
		assertThat(secret).hasText(text);
		assertThat(questions).containsExactly(0);
	}

	@Test
	void aPageWithNothingToLoseMakesWayForTheSignIn(Browsing browsing) {
		Visit visit = browsing.visitAs("Priya");
		visit.page().clock().install();
		visit.open("/operations");
		visit.context().clearCookies();
		pass(visit.page(), idleSeconds(visit.page()) + 60);
		visit.page().waitForURL("**/signin?to=*operations");
	}

	@Test
	void theServerIsAskedBeforeASessionCountsAsOver(Browsing browsing) {
		Visit visit = browsing.visitAs("Priya");
		Page page = visit.page();
		page.clock().install();
		visit.open("/operations");
		mark(page);
		Response answer = page.waitForResponse("**/session/extend", () -> pass(page, idleSeconds(page) + 60));
		assertThat(answer.status()).isEqualTo(200);
		pass(page, idleSeconds(page) - 300);
		assertThat(note(page)).isHidden();
		assertThat(marked(page)).isTrue();
	}

	@Test
	void workInOneTabKeepsTheOthersQuiet(Browsing browsing) {
		Visit visit = browsing.visitAs("Priya");
		Page resting = visit.page();
		resting.clock().install();
		visit.open("/operations");
		mark(resting);
		int idle = idleSeconds(resting);
		pass(resting, idle - 60);
		assertThat(note(resting)).containsText("You will be signed out in 1 minute");
		Page busy = visit.context().newPage();
		busy.navigate(resting.url());
		assertThat(note(resting)).isHidden();
		pass(resting, idle - 300);
		assertThat(note(resting)).isHidden();
		assertThat(marked(resting)).isTrue();
	}

	/** Opens the first page of the wizard in a browser whose time can be moved. */
	private static Page begin(Visit visit) {
		Page page = visit.page();
		page.clock().install();
		page.locator("main button.btn-primary").first().click();
		page.waitForURL("**/basics");
		return page;
	}

	/**
	 * Ends the session under a page that must stay, and lets another while pass.
	 * @return how often the reader was asked whether to leave
	 */
	private static int[] endUnder(Visit visit) {
		Page page = visit.page();
		int[] questions = new int[1];
		page.onDialog((dialog) -> questions[0]++);
		mark(page);
		visit.context().clearCookies();
		pass(page, idleSeconds(page) + 60);
		assertThat(note(page)).containsText(OVER);
		page.clock().runFor(60_000);
		assertThat(note(page)).containsText(OVER);
		assertThat(note(page).getByRole(AriaRole.BUTTON)).hasCount(0);
		assertThat(marked(page)).isTrue();
		return questions;
	}

	private static void pass(Page page, int seconds) {
		page.clock().fastForward(seconds * 1000L);
	}

	private static int idleSeconds(Page page) {
		return Integer.parseInt(note(page).getAttribute("data-idle-seconds"));
	}

	private static Locator note(Page page) {
		return page.locator("[data-session]");
	}

	/** A mark is gone once the page is loaded again. */
	private static void mark(Page page) {
		page.evaluate("window.marked = true");
	}

	private static boolean marked(Page page) {
		return Boolean.TRUE.equals(page.evaluate("window.marked === true"));
	}

}
