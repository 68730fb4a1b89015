package health.admit.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Somebody who registers a client and answers what each page asks. Every page on the way
 * has to be accessible in light and dark and fit a telephone.
 */
final class Wizard {

	private final Visit visit;

	private final Page page;

	private Wizard(Visit visit) {
		this.visit = visit;
		this.page = visit.page();
	}

	/**
	 * Begins on the home page.
	 */
	static Wizard begin(Visit visit) {
		Wizard wizard = new Wizard(visit);
		wizard.press("Register a client");
		return wizard;
	}

	Wizard basics(String name, String purpose) {
		arrive("basics");
		this.page.getByLabel("Name", exactly()).fill(name);
		choose(purpose);
		return look().go();
	}

	Wizard authentication(String kind) {
		arrive("authentication");
		choose(kind);
		return this;
	}

	/** Chooses a radio button by its label. */
	Wizard choose(String label) {
		this.page.getByLabel(label, exactly()).check();
		return this;
	}

	/** Fills a field by its label. */
	Wizard fill(String label, String text) {
		this.page.getByLabel(label, exactly()).fill(text);
		return this;
	}

	Wizard secret(String life) {
		arrive("credentials/**");
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Client secret").setExact(true)).click();
		arrive("credentials/secret");
		choose(life);
		return look();
	}

	/** Uploads a file that is far too large first. */
	Wizard certificate(byte[] file) {
		arrive("credentials/certificate");
		upload(new byte[10 * 1024 * 1024]);
		assertThat(this.page.locator(".error-summary")).containsText("64 KB");
		look();
		upload(file);
		return look();
	}

	Wizard permissions(String consent) {
		arrive("permissions");
		choose(consent);
		return look();
	}

	/** Permissions of a client that nobody signs in to: there is nothing to decide. */
	Wizard noPermissions() {
		arrive("permissions");
		assertThat(this.page.locator("input[name='picks']:checked")).hasCount(0);
		return look();
	}

	/** Leaves the roles on services to somebody else. */
	Wizard accessLater() {
		arrive("access");
		choose("Later, or by somebody else");
		return look().go();
	}

	/** Gives the client the role it needs on a service that Azure shows. */
	Wizard accessTo(String service) {
		arrive("access");
		press("Look for services");
		this.page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(service)).check();
		choose("Choose services from Azure");
		return look().go();
	}

	/** Finds a person on the page of access, who is to get the role. */
	Wizard accessFor(String person) {
		arrive("access");
		fill("Look for a person", person).press("Search").press("Add " + person);
		assertThat(this.page.locator("#people")).containsText("Remove " + person);
		return this;
	}

	/** Presses a button by its text. */
	Wizard press(String button) {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
		return this;
	}

	Wizard follow(String link) {
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).click();
		return this;
	}

	Wizard go() {
		return press("Continue");
	}

	/** Confirms the plan and waits on the page of its progress for the result. */
	Result confirm() {
		arrive("review");
		look();
		press("Register the client");
		this.page.waitForURL("**/operations/*");
		Locator result = this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show the result"));
		// Copies of the directory may lag.
		assertThat(result).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
		look();
		result.click();
		this.page.waitForURL("**/result");
		look();
		return new Result(this.visit);
	}

	/** Looks at the page as it is now. */
	Wizard look() {
		this.visit.accessible().fitsATelephone();
		return this;
	}

	private void upload(byte[] file) {
		this.page.getByLabel("Certificate file").setInputFiles(new FilePayload("client.pem", "", file));
		press("Upload and check");
	}

	private void arrive(String step) {
		this.page.waitForURL(Pattern.compile(".*/registrations/[^/]*/" + step.replace("/**", "/.*") + "([?#].*)?"));
	}

	private static Page.GetByLabelOptions exactly() {
		return new Page.GetByLabelOptions().setExact(true);
	}

}
