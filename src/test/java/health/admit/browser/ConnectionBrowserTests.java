package health.admit.browser;

import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import health.admit.support.SandboxControls;
import health.admit.support.TestCertificate;
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
		Page page = visit.page();
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Test this one contosohealth/clinical"))
			.waitFor();
		visit.accessible().fitsATelephone().pictures("connection-form");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Test this one contosohealth/clinical"))
			.click();
		PlaywrightAssertions.assertThat(page.locator("#address"))
			.hasValue(browsing.stage().sandbox().baseUrl() + "/fhir/contosohealth-clinical");
		page.locator("#secret").fill("sandbox-automation~not-a-real-secret");
		page.locator("main .btn-primary").click();
		page.waitForURL("**/connection/tests/**");
		PlaywrightAssertions.assertThat(page.locator("#progress-status")).containsText("The client works.");
		page.locator("details summary").first().click();
		visit.accessible().fitsATelephone().pictures("connection-passed");
	}

	@Test
	void fromTheEmptyWizardToAServerThatReadsFhirWithItsSecret(Browsing browsing) {
		lagging(browsing, () -> {
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
			works(test);
			visit.pictures("connection-from-the-wizard");
		});
	}

	@Test
	void fromTheEmptyWizardToAServerThatReadsDicomWithItsCertificate(Browsing browsing) {
		TestCertificate certificate = TestCertificate.create("CN=imaging reader");
		lagging(browsing, () -> {
			Visit visit = browsing.visitAs("Amara Okafor").expecting(422);
			Wizard wizard = Wizard.begin(visit)
				.basics("Imaging reader", "DICOM service")
				.authentication("An application on a server")
				.go()
				.certificate(certificate.pem())
				.follow("Continue with this certificate")
				.noPermissions()
				.go()
				.accessTo("contosohealth/imaging");
			wizard.confirm();
			wizard.follow("Test the connection");
			wizard
				.fill("Certificate and private key",
						new String(certificate.pem(), StandardCharsets.US_ASCII) + certificate.keyPem())
				.press("Test the connection");
			works(visit.page());
		});
	}

	@Test
	void fromTheEmptyWizardToASinglePageApplicationThatReadsFhirForAPerson(Browsing browsing) {
		lagging(browsing, () -> {
			String redirect = "https://ward.contoso.example/signed-in";
			Visit visit = browsing.visitAs("Priya Raman").answeringAt(redirect).expecting(400);
			Wizard wizard = Wizard.begin(visit)
				.basics("Ward board", "FHIR service")
				.authentication("A single-page application in the browser")
				.fill("Single-page application, one per line", redirect)
				.go()
				.permissions("Now, when the plan is carried out")
				.go()
				.accessFor("Priya Raman")
				.accessTo("contosohealth/clinical");
			wizard.confirm();
			wizard.follow("Test the connection").press("Test the connection");
			Page signIn = visit.page()
				.waitForPopup(() -> visit.page()
					.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the sign-in page"))
					.click());
			Locator priya = signIn.locator("button[name='person']",
					new Page.LocatorOptions().setHasText("Priya Raman"));
			signIn.waitForLoadState();
			// Where people sign in, Entra does not know the application yet.
			signIn.waitForCondition(() -> {
				signIn.reload();
				return priya.isVisible();
			}, new Page.WaitForConditionOptions().setTimeout(180_000));
			Request back = signIn.waitForRequest((sent) -> sent.url().startsWith(redirect), () -> {
				Response chosen = signIn.waitForResponse((answer) -> answer.request().method().equals("POST"),
						priya::click);
				// The consent that was given may arrive later than the application.
				if (chosen.status() == 200) {
					signIn.locator("button[name='agree'][value='true']").click();
				}
			});
			wizard.fill("Address after the sign-in", back.url()).press("Test the connection");
			works(visit.page());
		});
	}

	/** Secrets and roles take 20 seconds to arrive, as they may in Entra and Azure. */
	private static void lagging(Browsing browsing, Runnable sitting) {
		SandboxControls controls = new SandboxControls(browsing.stage().sandbox());
		controls.fault("{\"lag\":{\"token\":20000,\"data_plane\":20000,\"azure_typed\":20000}}");
		try {
			sitting.run();
		}
		finally {
			controls.clearFaults();
		}
	}

	private static void works(Page test) {
		PlaywrightAssertions.assertThat(test.locator("#progress-status")).containsText("The client works.", PATIENTLY);
	}

	@Test
	void whatIsInTheWayIsReadableToo(Browsing browsing) {
		Visit visit = browsing.visitAs("Priya").expecting(422);
		visit.open("/connection?clientId=" + CLIENT + "&address=https://evil.example");
		Page page = visit.page();
		page.locator("main .btn-primary").click();
		PlaywrightAssertions.assertThat(page.locator(".error-summary")).isFocused();
		visit.accessible().fitsATelephone();
		page.locator("#address").fill(browsing.stage().sandbox().baseUrl() + "/fhir/contosohealth-clinical");
		page.locator("#secret").fill("sandbox-automation~not-the-secret");
		page.locator("main .btn-primary").click();
		PlaywrightAssertions.assertThat(page.locator("#progress"))
			.containsText("The client secret is not the right one.");
		visit.accessible().fitsATelephone().pictures("connection-waiting");
		page.locator("#progress form button").click();
		PlaywrightAssertions.assertThat(page.locator("#progress-status")).containsText("Stopped.");
		visit.accessible();
	}

}
