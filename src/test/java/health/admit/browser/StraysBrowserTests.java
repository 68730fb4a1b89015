package health.admit.browser;

import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.admit.support.DirectGraph;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@BrowserTest
class StraysBrowserTests {

	@Test
	void aStrayAppearsWithTheNextReadingAndIsRemoved(Browsing browsing) {
		DirectGraph graph = new DirectGraph(browsing.stage().sandbox());
		String application = graph.application("appId", "7b1d4c02-93ea-4f5e-a6c8-2f0d9b36e815");
		String stray = graph.addSecret(application, "Nightly export · admit:" + UUID.randomUUID() + ":1");
		Visit jonas = browsing.visitAs("Jonas Weber");
		jonas.open("/expiry");
		jonas.page().getByText("Refresh now").click();
		jonas.open("/operations/strays");
		Locator row = jonas.page().locator("main tbody tr", new Page.LocatorOptions().setHasText(stray));
		assertThat(row).containsText("No operation with this id");
		jonas.accessible().fitsATelephone().pictures("strays-list");
		jonas.open("/expiry");
		assertThat(jonas.page().locator("[data-strays]")).containsText("1 stray secret of");
		jonas.accessible().fitsATelephone().pictures("strays-notice");
		jonas.page().locator("[data-strays] a").click();
		row.getByText("Remove").click();
		jonas.accessible().fitsATelephone().pictures("strays-question");
		jonas.page().getByText("Remove this secret").click();
		jonas.page().getByText("Show the result").click();
		assertThat(row).containsText("It was removed");
		jonas.accessible().fitsATelephone().pictures("strays-removed");
		org.assertj.core.api.Assertions.assertThat(graph.secrets(application)).doesNotContain(stray);
	}

}
