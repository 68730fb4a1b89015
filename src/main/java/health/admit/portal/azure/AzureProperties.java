package health.admit.portal.azure;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the portal waits for Azure Resource Manager.
 *
 * @param connectTimeout to open a connection
 * @param deadline for one call, all in all
 * @param readTries how often a read is tried before Azure counts as unavailable
 * @param readBackoff pause after the first failed try; doubled after each further one
 * @param longestPause the longest pause a page may wait; when Azure asks for more, the
 * read fails at once
 * @param triesWithin no further try starts later than this after the first
 * @param sideBySide how many subscriptions are read at once
 * @param searchWithin when a search through all subscriptions ends; what was not read by
 * then is named
 */
@Validated
@ConfigurationProperties("admit.azure")
record AzureProperties(@DefaultValue("2s") Duration connectTimeout, @DefaultValue("15s") Duration deadline,
		@DefaultValue("3") @Min(1) @Max(10) int readTries, @DefaultValue("250ms") Duration readBackoff,
		@DefaultValue("3s") Duration longestPause, @DefaultValue("5s") Duration triesWithin,
		@DefaultValue("8") @Min(1) @Max(64) int sideBySide, @DefaultValue("25s") Duration searchWithin) {
}
