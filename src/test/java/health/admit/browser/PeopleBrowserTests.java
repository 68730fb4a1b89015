package health.admit.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@BrowserTest
class PeopleBrowserTests {

	@Test
	void whoDidSomethingIsNamedToThemselvesAndToOthers(Browsing browsing) {
		Visit jonas = browsing.visitAs("Jonas Weber");
		Wizard.begin(jonas)
			.basics("Named", "FHIR service")
			.authentication("An application on a server")
			.go()
			.secret("6 months (recommended)")
			.go()
			.noPermissions()
			.go()
			.accessLater()
			.confirm();
		jonas.open("/operations");
		assertThat(row(jonas, "Named")).containsText("Jonas Weber (you)");
		jonas.accessible().fitsATelephone().pictures("people-operations");
		Visit hana = browsing.visitAs("Hana Sato");
		hana.open("/operations");
		row(hana, "Named").locator("a").click();
		assertThat(hana.page().locator("main")).containsText("Jonas Weber");
		hana.accessible().fitsATelephone().pictures("people-operation");
		Visit daniel = browsing.visitAs("Daniel Mbeki");
		daniel.open("/audit");
		assertThat(row(daniel, "operation.started")).containsText("Jonas Weber");
		daniel.accessible().fitsATelephone().pictures("people-audit");
	}

	private static Locator row(Visit visit, String text) {
		return visit.page().locator("main tbody tr", new Page.LocatorOptions().setHasText(text)).first();
	}

}
