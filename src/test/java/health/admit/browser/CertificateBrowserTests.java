package health.admit.browser;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.support.OutsideCertificates;
import health.admit.support.SandboxControls;
import health.admit.support.TestCertificate;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Adds certificates to applications that exist, and takes them away again. Each test has
 * an application of its own.
 */
@BrowserTest
class CertificateBrowserTests {

	private static final String ADD = "Add the certificate";

	private static final String ADD_ALL_THE_SAME = "Add mine to what is there now";

	private static final TestCertificate OLD = TestCertificate.create("CN=pacs-gateway-2026, O=Contoso Health");

	private static final TestCertificate OUTSIDE = TestCertificate.create("CN=night-export, O=Contoso Health");

	private static final TestCertificate NEW = TestCertificate
		.create("CN=pacs-gateway-2027, O=\"Contoso <b>Health</b>\"");

	@Test
	void whoIsOvertakenSeesWhatChangedAndDecidesAgain(Browsing browsing) {
		UUID application = application(browsing, 0);
		OutsideCertificates certificates = new OutsideCertificates(browsing.stage().sandbox(), application).clear()
			.add(OLD);
		Visit priya = browsing.visitAs("Priya Raman").expecting(422).expecting(409);
		Page page = priya.page();
		priya.open("/applications/" + application);
		follow(page, "Add a certificate");
		priya.accessible().fitsATelephone().pictures("certificate-form");
		press(page, "Check the certificate");
		assertThat(page.locator(".error-summary")).containsText("Choose a certificate file");
		page.locator("#text").fill(NEW.keyPem());
		press(page, "Check the certificate");
		assertThat(page.locator(".error-summary a[href='#text']")).containsText("holds a private key");
		assertThat(page.locator("#text")).hasValue("");
		priya.accessible().fitsATelephone().pictures("certificate-refused");
		page.locator("#file").setInputFiles(new FilePayload("new.pem", "application/x-pem-file", NEW.pem()));
		press(page, "Check the certificate");
		assertThat(row(page, "pacs-gateway-2026")).containsText("unchanged");
		priya.accessible().fitsATelephone().pictures("certificate-review");

		certificates.add(OUTSIDE);
		press(page, ADD);
		assertThat(page.locator(".error-summary")).isFocused();
		assertThat(row(page, "night-export")).containsText("added meanwhile");
		priya.accessible().fitsATelephone().pictures("certificate-changed");

		SandboxControls controls = new SandboxControls(browsing.stage().sandbox());
		controls.fault("""
				{"rules":[{"kind":"THROTTLE","method":"GET","path":"/applications/%s$","skip":1,"times":1,
				"query":"select=id,keyCredentials","retryAfter":8}]}""".formatted(application));
		press(page, ADD_ALL_THE_SAME);
		assertThat(page.locator("[data-state='WAITING']")).isVisible();
		priya.accessible().fitsATelephone().pictures("certificate-progress");
		certificates.remove("CN=pacs-gateway-2026,O=Contoso Health");
		assertThat(page.locator("#progress")).containsText("CertificatesChanged", within());
		priya.accessible().fitsATelephone().pictures("certificate-stopped");
		follow(page, "Show what changed and decide again");
		assertThat(row(page, "pacs-gateway-2026")).containsText("removed meanwhile");
		priya.accessible().fitsATelephone().pictures("certificate-again");
		press(page, ADD_ALL_THE_SAME);
		finished(page);
		priya.accessible().fitsATelephone().pictures("certificate-finished");
		assertThat(certificates.names()).hasSize(2).anyMatch((name) -> name.contains("2027"));

		aMinuteGoesBy(browsing);
		follow(page, "Undo: remove what this operation made");
		press(page, "Remove");
		assertThat(page.locator(".error-summary")).containsText("Nothing was removed");
		priya.accessible().fitsATelephone().pictures("certificate-undo");
		page.locator("#sure").check();
		press(page, "Remove");
		finished(page);
		priya.accessible().fitsATelephone().pictures("certificate-undone");
		assertThat(certificates.names()).containsExactly("CN=night-export,O=Contoso Health");
	}

	@Test
	void aKeyboardIsEnough(Browsing browsing) {
		UUID application = application(browsing, 1);
		OutsideCertificates certificates = new OutsideCertificates(browsing.stage().sandbox(), application).clear()
			.add(OLD);
		Visit priya = browsing.visitAs("Priya Raman").expecting(409);
		priya.open("/applications/" + application);
		Keyboard keyboard = new Keyboard(priya).enter("Add a certificate")
			.type("Or its text", new String(NEW.pem(), StandardCharsets.US_ASCII))
			.enter("Check the certificate");
		certificates.add(OUTSIDE);
		keyboard.enter(ADD).enter(ADD_ALL_THE_SAME);
		finished(priya.page());
		assertThat(certificates.names()).hasSize(3);
		aMinuteGoesBy(browsing);
		keyboard.enter("Undo: remove what this operation made").tick("Yes, remove what this operation made");
		keyboard.enter("Remove");
		finished(priya.page());
		assertThat(certificates.names()).hasSize(2);
	}

	@Test
	void aBrowserWithoutScriptsIsEnough(Browsing browsing) {
		UUID application = application(browsing, 2);
		OutsideCertificates certificates = new OutsideCertificates(browsing.stage().sandbox(), application).clear()
			.add(OLD);
		Visit priya = browsing.visitWithoutScripts().signIn("Priya Raman").expecting(409);
		Page page = priya.page();
		priya.open("/applications/" + application);
		follow(page, "Add a certificate");
		page.locator("#file").setInputFiles(new FilePayload("new.pem", "application/x-pem-file", NEW.pem()));
		press(page, "Check the certificate");
		certificates.add(OUTSIDE);
		press(page, ADD);
		assertThat(row(page, "night-export")).containsText("added meanwhile");
		priya.pictures("certificate-changed-without-scripts");
		press(page, ADD_ALL_THE_SAME);
		// The page of the progress renews itself.
		finished(page);
		assertThat(certificates.names()).hasSize(3);
		aMinuteGoesBy(browsing);
		follow(page, "Undo: remove what this operation made");
		page.locator("#sure").check();
		priya.pictures("certificate-undo-without-scripts");
		press(page, "Remove");
		finished(page);
		assertThat(certificates.names()).hasSize(2);
	}

	/** One that the seed made, with an ordinary name. */
	private static UUID application(Browsing browsing, int number) {
		return browsing.stage()
			.sandbox()
			.bean(Store.class)
			.all(Kind.APPLICATION, Copy.MASTER)
			.stream()
			.filter((item) -> !item.deleted() && !item.json().path("keyCredentials").isEmpty()
					&& item.json().path("displayName").asString().matches("[A-Za-z0-9 -]{5,40}"))
			.skip(number)
			.map(Item::id)
			.findFirst()
			.orElseThrow();
	}

	/** So that undoing need not wait until every copy of the directory is up to date. */
	private static void aMinuteGoesBy(Browsing browsing) {
		JdbcClient jdbc = browsing.stage().portal().bean(JdbcClient.class);
		jdbc.sql("update operation set changed_at = :earlier")
			.param("earlier", OffsetDateTime.now().minusMinutes(1))
			.update();
	}

	private static Locator row(Page page, String text) {
		return page.locator("main tbody tr", new Page.LocatorOptions().setHasText(text));
	}

	private static void press(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	private static void follow(Page page, String link) {
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).click();
	}

	private static void finished(Page page) {
		page.waitForURL("**/operations/*");
		assertThat(page.locator("#progress-status")).containsText("Finished", within());
	}

	private static LocatorAssertions.ContainsTextOptions within() {
		return new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);
	}

}
