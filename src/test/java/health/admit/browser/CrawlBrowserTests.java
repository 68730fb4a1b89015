package health.admit.browser;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Opens everything that can be reached. The sandbox's tenant is full of hostile names,
 * and every window reports dialogs, policy violations and failed requests by itself.
 */
@BrowserTest
class CrawlBrowserTests {

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	/** Pages of the same kind that are opened: the first is looked at closely. */
	private static final int OF_ONE_KIND = 3;

	@Test
	void everyPageThatLinksLeadToIsAccessibleAndHarmless(Browsing browsing) {
		Visit visit = browsing.visitAs("Priya");
		Page page = visit.page();
		page.locator("main button.btn-primary").first().click();
		page.waitForURL("**/registrations/**");
		List<String> troubles = new ArrayList<>();
		// The help desk looks at the pages of expiry.
		Map<String, Integer> kinds = crawl(visit, "/", (path) -> !path.startsWith("/expiry"), troubles);
		assertThat(kinds).containsKeys("/", "/help", "/registrations", "/applications");
		assertThat(troubles).isEmpty();
	}

	@Test
	void everyPageOfExpiryIsAccessibleAndHarmless(Browsing browsing) {
		Visit visit = browsing.visitAs("Hana Sato");
		visit.open("/expiry");
		visit.page().waitForCondition(() -> visit.page().locator("#freshness").innerText().contains(", complete."));
		List<String> troubles = new ArrayList<>();
		Map<String, Integer> kinds = crawl(visit, "/expiry?view=all", (path) -> path.startsWith("/expiry"), troubles);
		assertThat(kinds).containsKeys("/expiry?", "/expiry/credentials/{id}/{id}", "/expiry/applications/{id}",
				"/expiry/work", "/expiry/work?", "/expiry/policy", "/expiry/views", "/expiry/views?",
				"/expiry/calendar", "/expiry/reminders", "/expiry/programs?", "/expiry/last-use");
		assertThat(troubles).isEmpty();
	}

	private static Map<String, Integer> crawl(Visit visit, String start, Predicate<String> wanted,
			List<String> troubles) {
		Page page = visit.page();
		Map<String, Integer> kinds = new HashMap<>();
		Set<String> known = new HashSet<>(Set.of(start));
		Deque<String> waiting = new ArrayDeque<>(known);
		while (!waiting.isEmpty()) {
			String path = waiting.pop();
			String kind = kind(path);
			int seen = kinds.merge(kind, 1, Integer::sum);
			if (seen > OF_ONE_KIND) {
				continue;
			}
			visit.open(path);
			if (seen == 1) {
				troubles.addAll(visit.findings());
				visit.pictures("page" + kind.replaceAll("[^a-z]+", "-"));
			}
			for (String next : links(page)) {
				if (known.add(next) && wanted.test(next) && kinds.getOrDefault(kind(next), 0) < OF_ONE_KIND) {
					waiting.add(next);
				}
			}
		}
		return kinds;
	}

	@Test
	void everyStepFromTheFirstQuestionToTheSecretIsAccessibleAndFitsATelephone(Browsing browsing) {
		Visit visit = browsing.visitAs("Priya").expecting(422);
		Page page = visit.page();
		page.locator("main button.btn-primary").first().click();
		page.waitForURL("**/registrations/**");
		List<String> troubles = new ArrayList<>();
		List<String> steps = new ArrayList<>();
		for (int step = 0; step < 8 && !steps.contains(page.url()); step++) {
			steps.add(page.url());
			String name = "wizard-" + step;
			answer(page);
			troubles.addAll(visit.findings());
			visit.pictures(name);
			if (page.url().endsWith("/review")) {
				break;
			}
			if (page.url().endsWith("/credentials/certificate")) {
				visit.open(URI.create(page.url()).getPath().replace("/certificate", "/secret"));
				answer(page);
				troubles.addAll(visit.findings());
				visit.pictures(name + "-secret");
			}
			page.locator("main .buttons button[value='continue']").last().click();
			page.waitForLoadState();
		}
		assertThat(page.url()).endsWith("/review");
		page.locator("main form .btn-primary").click();
		page.waitForURL("**/operations/**");
		troubles.addAll(visit.findings());
		visit.pictures("progress");
		page.locator("#progress a.btn-primary").click();
		page.waitForURL("**/result");
		page.locator("#secret .btn-primary").click();
		troubles.addAll(visit.findings());
		visit.pictures("result");
		assertThat(troubles).isEmpty();
		String secret = page.locator("#secret [data-secret-text]").first().innerText();
		visit.open("/help");
		// The browser has kept nothing and would have to ask for the page again.
		assertThatThrownBy(page::goBack).hasMessageContaining("ERR_CACHE_MISS");
		PlaywrightAssertions.assertThat(page.getByText(secret)).hasCount(0);
	}

	/**
	 * Gives each question the first answer there is.
	 */
	private static void answer(Page page) {
		Locator name = page.locator("input#name");
		if (name.count() == 1) {
			name.fill("Ward monitor \"><b>x</b>");
		}
		for (Locator question : page.locator("main fieldset:has(input[type='radio'])").all()) {
			if (question.isVisible() && question.locator("input:checked").count() == 0) {
				question.locator("input[type='radio']").first().check();
			}
		}
		Locator later = page.locator("input[name='mode'][value='LATER']");
		if (later.count() == 1) {
			later.check();
		}
		Locator web = page.locator("textarea#web");
		if (web.count() == 1 && web.inputValue().isEmpty()) {
			web.fill("https://monitor.contoso.example/signed-in");
		}
	}

	private static String kind(String path) {
		return ID.matcher(path.replaceFirst("\\?.*", "?")).replaceAll("{id}");
	}

	private static List<String> links(Page page) {
		URI here = URI.create(page.url());
		List<String> links = new ArrayList<>();
		for (Object href : (List<?>) page.evaluate("[...document.links].map((link) => link.href)")) {
			String link = href.toString();
			String origin = here.getScheme() + "://" + here.getAuthority();
			if (link.startsWith(origin + "/") && !link.contains("/oauth2/") && !link.contains("download")
					&& !link.endsWith(".json") && !link.contains("/expiry/export.") && !link.contains("/api/")) {
				links.add(link.substring(origin.length()).replaceFirst("#.*", ""));
			}
		}
		return links;
	}

}
