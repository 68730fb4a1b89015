package health.admit.portal.exports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.BandCounts;
import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.FilterParameters;
import health.admit.portal.inventory.Freshness;
import health.admit.portal.inventory.Inventory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Counts and age of the index. They are taken anew for every scrape, all from one moment,
 * and name neither tenant nor application.
 */
@Component
class IndexMetrics {

	static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

	private final Inventory inventory;

	private final Clock clock;

	IndexMetrics(Inventory inventory, Clock clock) {
		this.inventory = inventory;
		this.clock = clock;
	}

	String scrape(UUID tenant) {
		PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		state(this.inventory.freshness(tenant), registry);
		for (CredentialKind kind : CredentialKind.values()) {
			for (boolean covered : new boolean[] { true, false }) {
				CredentialFilter filter = new CredentialFilter(Set.of(), Set.of(kind), Set.of(), Set.of(), Set.of(),
						covered, null, "");
				counts(this.inventory.counts(tenant, filter),
						Tags.of("kind", FilterParameters.name(kind), "covered", covered ? "yes" : "no"), registry);
			}
		}
		String text = registry.scrape();
		registry.close();
		return text;
	}

	private void state(Freshness freshness, MeterRegistry registry) {
		gauge("admit.index.applications", "Applications in the index", null, Tags.empty(), freshness.applications(),
				registry);
		Long principals = freshness.principals();
		if (principals != null) {
			gauge("admit.index.service.principals", "Service principals in the index", null, Tags.empty(), principals,
					registry);
		}
		gauge("admit.index.complete", "1 when everything was read and every refresh since then succeeded", null,
				Tags.empty(), freshness.completeness().isComplete() ? 1 : 0, registry);
		Instant asOf = freshness.asOf();
		gauge("admit.index.age", "Since the index last equalled the tenant; NaN for never", "seconds", Tags.empty(),
				(asOf != null) ? Duration.between(asOf, this.clock.instant()).toSeconds() : Double.NaN, registry);
		for (Completeness completeness : Completeness.values()) {
			gauge("admit.index.state", "1 for the state the index is in", null,
					Tags.of("state", FilterParameters.name(completeness)),
					(freshness.completeness() == completeness) ? 1 : 0, registry);
		}
	}

	private static void counts(BandCounts counts, Tags tags, MeterRegistry registry) {
		for (Band band : Band.values()) {
			gauge("admit.index.credentials", "Credentials in the index by how near their end is", null,
					tags.and("band", FilterParameters.name(band)), counts.of(band), registry);
		}
	}

	private static void gauge(String name, String description, @Nullable String unit, Tags tags, double value,
			MeterRegistry registry) {
		Gauge.builder(name, () -> value).description(description).baseUnit(unit).tags(tags).register(registry);
	}

}
