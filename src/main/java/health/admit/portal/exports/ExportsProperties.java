package health.admit.portal.exports;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the portal hands to other programs.
 *
 * @param scrapeToken what a metrics scraper sends as bearer token; without one there are
 * no metrics
 */
@ConfigurationProperties("admit.exports")
record ExportsProperties(@Nullable String scrapeToken) {

	@Override
	public String toString() {
		return "ExportsProperties[scrapeToken=" + ((this.scrapeToken != null) ? "given" : "none") + "]";
	}

}
