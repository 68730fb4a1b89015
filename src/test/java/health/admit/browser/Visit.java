package health.admit.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One reader with one browser window.
 */
public final class Visit {

	private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	private static final List<String> COLOUR_RULES = List.of("color-contrast", "link-in-text-block");

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	private static final String SETTLED = """
			async (scheme) => {
				const frame = () => new Promise((done) => requestAnimationFrame(done));
				const ends = (animation) => animation.effect.getComputedTiming().endTime !== Infinity;
				do {
					await frame();
				} while (!matchMedia(`(prefers-color-scheme: ${scheme})`).matches);
				await frame();
				await Promise.allSettled(document.getAnimations().filter(ends).map((animation) => animation.finished));
				await frame();
			}""";

	private final BrowserContext context;

	private final Page page;

	private final String origin;

	private final boolean scripts;

	private final String test;

	private final Troubles troubles;

	Visit(BrowserContext context, String origin, boolean scripts, String test) {
		this.context = context;
		this.origin = origin;
		this.scripts = scripts;
		this.test = test;
		this.troubles = new Troubles(context);
		this.page = context.newPage();
	}

	public Page page() {
		return this.page;
	}

	public BrowserContext context() {
		return this.context;
	}

	/**
	 * Says that an answer with this status is part of the test.
	 */
	public Visit expecting(int status) {
		this.troubles.expect(status);
		return this;
	}

	/**
	 * Stands in for a client that listens at this redirect URI, so that a window can end
	 * there and nothing leaves the machine.
	 */
	public Visit answeringAt(String redirectUri) {
		String origin = redirectUri.replaceFirst("^(https?://[^/?#]+).*", "$1");
		this.troubles.know(origin);
		this.context.route((url) -> url.startsWith(origin + "/"),
				(route) -> route.fulfill(new Route.FulfillOptions().setContentType("text/html")
					.setBody("<!doctype html><title>Client</title>")));
		return this;
	}

	/**
	 * Opens a page of the portal.
	 */
	public Response open(String path) {
		return this.page.navigate(this.origin + path);
	}

	/**
	 * Signs in through the sandbox's sign-in page and lands on the home page.
	 * @param person part of the name on the sign-in page
	 */
	public Visit signIn(String person) {
		open("/");
		this.page.locator("main a.btn-primary").click();
		this.page.locator("button[name='person']", new Page.LocatorOptions().setHasText(person)).click();
		Locator agree = this.page.locator("button[name='agree'][value='true']");
		this.page.waitForCondition(() -> this.page.url().startsWith(this.origin) || agree.isVisible());
		if (agree.isVisible()) {
			agree.click();
		}
		this.page.waitForURL((url) -> url.startsWith(this.origin));
		return this;
	}

	/**
	 * Fails with what axe finds on the page, in light and in dark. A page of a structure
	 * in which it found nothing before is not looked at again.
	 */
	public Visit accessible() {
		assertThat(accessibilityFindings()).isEmpty();
		return this;
	}

	/**
	 * Fails when the page is wider than a telephone's screen.
	 */
	public Visit fitsATelephone() {
		assertThat(widthFindings()).isEmpty();
		return this;
	}

	/**
	 * What {@link #accessible()} and {@link #fitsATelephone()} would fail with, for tests
	 * that look at many pages.
	 */
	public List<String> findings() {
		List<String> findings = new ArrayList<>(accessibilityFindings());
		findings.addAll(widthFindings());
		return findings;
	}

	private List<String> accessibilityFindings() {
		List<String> findings = new ArrayList<>();
		String structure = Structures.of(this.page);
		if (Structures.ofThisRun().isClean(structure)) {
			return findings;
		}
		for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
			appear(scheme);
			for (Rule rule : axe(scheme).analyze().getViolations()) {
				rule.getNodes()
					.forEach((node) -> findings.add(this.page.url() + " " + scheme + " " + rule.getId() + "\n    "
							+ node.getHtml() + "\n    " + node.getFailureSummary()));
			}
		}
		appear(ColorScheme.LIGHT);
		if (findings.isEmpty() && structure.equals(Structures.of(this.page))) {
			Structures.ofThisRun().remember(structure);
		}
		return findings;
	}

	/**
	 * Only colours differ in the dark. There are no frames, which legacy mode cannot look
	 * into, and without them it needs no further page.
	 */
	private AxeBuilder axe(ColorScheme scheme) {
		AxeBuilder axe = new AxeBuilder(this.page).setLegacyMode(true);
		return (scheme == ColorScheme.DARK) ? axe.withRules(COLOUR_RULES) : axe.withTags(RULES);
	}

	private List<String> widthFindings() {
		this.page.setViewportSize(Browsing.NARROW, 844);
		Object width = this.page.evaluate("document.documentElement.scrollWidth");
		this.page.setViewportSize(Browsing.WIDE, 900);
		return Integer.valueOf(Browsing.NARROW).equals(width) ? List.of()
				: List.of(this.page.url() + " is " + width + " pixels wide on a telephone");
	}

	/**
	 * Takes pictures for people to look at: wide and narrow, light and dark, in
	 * {@code target/screenshots}. Only with {@code -Dpictures=true}, for they take as
	 * long as the test.
	 */
	public Visit pictures(String name) {
		if (!Boolean.getBoolean("pictures")) {
			return this;
		}
		for (int width : new int[] { Browsing.WIDE, Browsing.NARROW }) {
			this.page.setViewportSize(width, (width == Browsing.WIDE) ? 900 : 844);
			for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
				appear(scheme);
				picture(name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
			}
		}
		appear(ColorScheme.LIGHT);
		this.page.setViewportSize(Browsing.WIDE, 900);
		return this;
	}

	/**
	 * Presses keys one after the other.
	 */
	public Visit press(String... keys) {
		for (String key : keys) {
			this.page.keyboard().press(key);
		}
		return this;
	}

	/**
	 * The text of what has the focus.
	 */
	public String focused() {
		return this.page.locator(":focus").first().innerText().strip();
	}

	/**
	 * Closes the window.
	 * @param failed whether a picture of the last state is wanted
	 * @return what went wrong in it
	 */
	List<String> close(boolean failed) {
		if (failed && this.scripts) {
			picture("failed-" + this.test);
		}
		this.context.close();
		return this.troubles.all();
	}

	/** Returns once nothing on the page has the colours of before any more. */
	private void appear(ColorScheme scheme) {
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		if (this.scripts) {
			this.page.evaluate(SETTLED, scheme.name().toLowerCase(Locale.ROOT));
		}
	}

	private void picture(String name) {
		this.page
			.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
	}

}
