package health.admit.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * What a browser test starts from: visits of the portal, by people signed in or not.
 */
public final class Browsing {

	/** A desk and a telephone, in CSS pixels. */
	public static final int WIDE = 1280;

	public static final int NARROW = 390;

	private final Chromium chromium;

	private final Supplier<Stage> stage;

	private final String name;

	private final List<Visit> visits = new ArrayList<>();

	Browsing(Chromium chromium, Supplier<Stage> stage, String name) {
		this.chromium = chromium;
		this.stage = stage;
		this.name = name;
	}

	/**
	 * The portal and the sandbox behind all browser tests, started at the first call.
	 */
	public Stage stage() {
		return this.stage.get();
	}

	/**
	 * A window on the portal, with nobody signed in.
	 */
	public Visit visit() {
		return visit(this.stage().portal().baseUrl(), true);
	}

	/**
	 * A window on the portal for somebody who has switched JavaScript off.
	 */
	public Visit visitWithoutScripts() {
		return visit(this.stage().portal().baseUrl(), false);
	}

	/**
	 * A window on the portal with somebody signed in.
	 * @param person part of the name on the sandbox's sign-in page
	 */
	public Visit visitAs(String person) {
		return visit().signIn(person);
	}

	/**
	 * A window on any server of this machine.
	 */
	public Visit visit(String origin, boolean scripts) {
		return visit(origin, scripts, (options) -> {
		});
	}

	/**
	 * A window with further options of the browser.
	 */
	public Visit visit(String origin, boolean scripts, Consumer<Browser.NewContextOptions> more) {
		Browser.NewContextOptions options = new Browser.NewContextOptions().setJavaScriptEnabled(scripts)
			.setLocale("en-GB")
			.setTimezoneId("Europe/Berlin")
			.setViewportSize(WIDE, 900)
			.setReducedMotion(ReducedMotion.REDUCE);
		more.accept(options);
		Visit visit = new Visit(this.chromium.browser().newContext(options), origin, scripts, this.name);
		this.visits.add(visit);
		return visit;
	}

	/**
	 * Closes all windows and fails for what went wrong in them, unless the test failed
	 * already.
	 */
	void end(boolean failed) {
		List<String> troubles = new ArrayList<>();
		for (Visit visit : this.visits) {
			troubles.addAll(visit.close(failed));
		}
		if (!failed && !troubles.isEmpty()) {
			throw new AssertionError("The browser met trouble:\n" + String.join("\n", troubles));
		}
	}

}
