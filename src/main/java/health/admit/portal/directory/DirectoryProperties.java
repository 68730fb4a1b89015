package health.admit.portal.directory;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the portal waits for Microsoft Graph.
 *
 * @param connectTimeout to open a connection
 * @param readTimeout between two packets of an answer to a read
 * @param readDeadline for one try of a read, all in all; a page of a whole tenant gets
 * four times as long
 * @param writeDeadline for a write, all in all
 * @param readTries how often a read is tried before Graph counts as unavailable
 * @param readBackoff pause after the first failed try; doubled after each further one
 * @param longestPause the longest pause a page may wait; when Graph asks for more, the
 * read fails at once
 * @param triesWithin no further try starts later than this after the first
 */
@Validated
@ConfigurationProperties("admit.directory")
record DirectoryProperties(@DefaultValue("2s") Duration connectTimeout, @DefaultValue("10s") Duration readTimeout,
		@DefaultValue("15s") Duration readDeadline, @DefaultValue("20s") Duration writeDeadline,
		@DefaultValue("3") @Min(1) @Max(10) int readTries, @DefaultValue("250ms") Duration readBackoff,
		@DefaultValue("3s") Duration longestPause, @DefaultValue("5s") Duration triesWithin) {
}
