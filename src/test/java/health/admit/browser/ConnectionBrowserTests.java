package health.admit.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import health.admit.support.SandboxControls;
import org.junit.jupiter.api.Test;

/**
 * The connection test in a real browser: its pages are accessible, fit a telephone and
 * follow a test by themselves.
 */
@BrowserTest
class ConnectionBrowserTests {

	/** The client that every sandbox has, and may read. */
	private static final String CLIENT = "7b1d4c02-93ea-4f5e-a6c8-2f0d9b36e815";

	private static final LocatorAssertions.ContainsTextOptions PATIENTLY = new LocatorAssertions.ContainsTextOptions()
		.setTimeout(180_000);

	@Test
	void aTestRunsBeforeTheReadersEyes(Browsing browsing) {
		Visit visit = browsing.visitAs("Priya");
		visit.open("/connection?clientId=" + CLIENT);
		visit.accessible().fitsATelephone().pictures("connection-form");
		Page page = visit.page();
		page.locator("#address").fill(browsing.stage().sandbox().baseUrl() + "/fhir/contosohealth-clinical");
		page.locator("#secret").fill("sandbox-automation~not-a-real-secret");
		page.locator("main button[type='submit']").click();
		page.waitForURL("**/connection/tests/**");
		PlaywrightAssertions.assertThat(page.locator("#progress-status")).containsText("The client works.");
		page.locator("details summary").first().click();
		visit.accessible().fitsATelephone().pictures("connection-passed");
	}

	@Test
	void fromTheEmptyWizardToAClientThatReadsInOneSitting(Browsing browsing) {
		SandboxControls controls = new SandboxControls(browsing.stage().sandbox());
		controls.fault("{\"lag\":{\"token\":20000,\"data_plane\":20000,\"azure_typed\":20000}}");
		try {
			Visit visit = browsing.visitAs("Priya Raman");
			Wizard.begin(visit)
				.basics("Ward reader", "FHIR service")
				.authentication("An application on a server")
				.go()
				.secret("6 months (recommended)")
				.go()
				.noPermissions()
				.go()
				.accessTo("contosohealth/clinical")
				.confirm()
				.secret();
			Page test = visit.page()
				.waitForPopup(() -> visit.page()
					.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Test the connection"))
					.click());
			PlaywrightAssertions.assertThat(test.locator("#progress-status"))
				.containsText("The client works.", PATIENTLY);
			visit.pictures("connection-from-the-wizard");
		}
		finally {
			controls.clearFaults();
		}
	}

	@Test
	void whatIsInTheWayIsReadableToo(Browsing browsing) {
		Visit visit = browsing.visitAs("Priya").expecting(422);
		visit.open("/connection?clientId=" + CLIENT + "&address=https://evil.example");
		Page page = visit.page();
		page.locator("main button[type='submit']").click();
		PlaywrightAssertions.assertThat(page.locator(".error-summary")).isFocused();
		visit.accessible().fitsATelephone();
		page.locator("#address").fill(browsing.stage().sandbox().baseUrl() + "/fhir/contosohealth-clinical");
		page.locator("#secret").fill("sandbox-automation~not-the-secret");
		page.locator("main button[type='submit']").click();
		PlaywrightAssertions.assertThat(page.locator("#progress"))
			.containsText("The client secret is not the right one.");
		visit.accessible().fitsATelephone().pictures("connection-waiting");
		page.locator("#progress form button").click();
		PlaywrightAssertions.assertThat(page.locator("#progress-status")).containsText("Stopped.");
		visit.accessible();
	}

}
