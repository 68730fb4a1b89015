package health.admit.portal.exports;

import java.time.Clock;

import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.FakeInventory;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@PortalWebTest(controllers = MetricsController.class)
@Import(IndexMetrics.class)
@TestPropertySource(properties = "admit.exports.scrape-token=let-me-scrape")
class MetricsControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeInventory inventory;

	@Autowired
	private IndexMetrics metrics;

	@Test
	void countsWhatEndsWhenAndNamesNobody() {
		Lists.hostile(this.inventory);
		this.inventory.state(Completeness.PARTIAL, Lists.NOW.minusSeconds(90));
		assertThat(this.mvc.get().uri("/metrics").header("Authorization", "Bearer let-me-scrape")).hasStatusOk()
			.hasContentType("text/plain;version=0.0.4;charset=utf-8")
			.bodyText()
			.contains("# TYPE admit_index_credentials gauge", "admit_index_applications 2.0",
					"admit_index_complete 0.0", "admit_index_age_seconds 90.0",
					"admit_index_state{state=\"partial\"} 1.0", "admit_index_state{state=\"complete\"} 0.0",
					"admit_index_credentials{band=\"week\",covered=\"no\",kind=\"secret\"} ")
			.doesNotContain("canary", "script", Operators.TENANT.toString(), "contoso");
		this.inventory.state(Completeness.COMPLETE, null);
		assertThat(this.metrics.scrape(Operators.TENANT)).contains("admit_index_complete 1.0",
				"admit_index_age_seconds NaN");
	}

	@Test
	void needTheTokenAndNothingElse() {
		assertThat(this.mvc.get().uri("/metrics")).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer");
		assertThat(this.mvc.get().uri("/metrics").with(Operators.registrar())).hasStatus(401);
		for (String wrong : new String[] { "Bearer let-me-scrap", "Bearer ", "Bearer let-me-scrape ", "let-me-scrape",
				"Basic let-me-scrape" }) {
			assertThat(this.mvc.get().uri("/metrics").header("Authorization", wrong)).as(wrong).hasStatus(401);
		}
	}

	@Test
	void areNotThereWithoutAToken() {
		for (String none : new String[] { null, "", " " }) {
			MetricsController off = new MetricsController(this.metrics, null, new ExportsProperties(none));
			assertThat(off.show("Bearer " + none).getStatusCode().value()).isEqualTo(404);
		}
	}

	@TestConfiguration
	@EnableConfigurationProperties(ExportsProperties.class)
	static class Fakes {

		@Bean
		FakeInventory inventory() {
			return new FakeInventory();
		}

		@Bean
		@Primary
		Clock fixed() {
			return Lists.CLOCK;
		}

	}

}
