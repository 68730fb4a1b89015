package health.admit.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page at the end of a registration, read as its reader does.
 */
final class Result {

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private final Visit visit;

	private final Page page;

	Result(Visit visit) {
		this.visit = visit;
		this.page = visit.page();
	}

	String clientId() {
		return id("Application (client) id");
	}

	String tenantId() {
		return id("Directory (tenant) id");
	}

	String servicePrincipalId() {
		return id("Service principal object id");
	}

	String objectId() {
		return id("Application object id");
	}

	/** Shows the secret, reads it and says that it is stored. */
	String secret() {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show the secret")).click();
		String secret = this.page.locator("#secret [data-secret-text]").first().innerText();
		this.visit.accessible().fitsATelephone();
		this.page.getByLabel("I have stored it").check();
		return secret;
	}

	/** The commands under a heading such as "client credentials". */
	String commands(String title) {
		return this.page.locator("figure.code-block", new Page.LocatorOptions().setHasText(title))
			.locator("code")
			.first()
			.innerText();
	}

	private String id(String label) {
		Locator row = this.page.locator(".summary-row", new Page.LocatorOptions().setHasText(label));
		String id = row.locator(".copy-text").innerText().strip();
		assertThat(id).as(label).matches(ID);
		return id;
	}

}
