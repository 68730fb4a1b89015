package health.admit.browser;

import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody without a mouse: goes from one thing to the next with the Tab key and sees
 * where the focus is.
 */
final class Keyboard {

	private static final int PATIENCE = 80;

	private static final String NAME = "document.activeElement.labels?.[0]?.innerText"
			+ " ?? document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText";

	private final Visit visit;

	private final Page page;

	Keyboard(Visit visit) {
		this.visit = visit;
		this.page = visit.page();
	}

	/** Presses Tab until something of this name has the focus. */
	Keyboard to(String name) {
		for (int steps = 0; steps < PATIENCE; steps++) {
			this.page.keyboard().press("Tab");
			if (focused().startsWith(name)) {
				assertThat(this.page.evaluate("document.activeElement.matches(':focus-visible')"))
					.as("One sees that \"%s\" has the focus", name)
					.isEqualTo(true);
				return this;
			}
		}
		throw new AssertionError("Nothing called \"" + name + "\" can be reached with the keyboard on "
				+ this.page.url() + "; the last was \"" + focused() + "\"");
	}

	/** Goes to a button or link and presses Enter, which leads to another page. */
	Keyboard enter(String name) {
		to(name);
		this.page.waitForNavigation(() -> this.visit.press("Enter"));
		return this;
	}

	/** Goes to a checkbox and presses the space bar. */
	Keyboard tick(String name) {
		to(name);
		this.visit.press("Space");
		return this;
	}

	Keyboard type(String name, String text) {
		to(name);
		this.page.keyboard().type(text);
		return this;
	}

	/**
	 * Chooses among radio buttons: Tab leads to the one that is chosen, or to the first.
	 */
	Keyboard choose(String first, String wanted) {
		to(first);
		this.visit.press("Space");
		for (int steps = 0; !focused().equals(wanted); steps++) {
			assertThat(steps).as("Arrow keys lead to \"%s\"", wanted).isLessThan(PATIENCE);
			this.visit.press("ArrowDown");
		}
		return this;
	}

	private String focused() {
		Object name = this.page.evaluate(NAME);
		return (name != null) ? name.toString().strip() : "";
	}

}
