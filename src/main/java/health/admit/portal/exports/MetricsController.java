package health.admit.portal.exports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import health.admit.portal.cloud.Cloud;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a Prometheus server scrapes. Without a token in the settings there is nothing
 * here.
 */
@RestController
class MetricsController {

	private static final String BEARER = "Bearer ";

	private final IndexMetrics metrics;

	private final Cloud cloud;

	private final @Nullable String token;

	MetricsController(IndexMetrics metrics, Cloud cloud, ExportsProperties properties) {
		this.metrics = metrics;
		this.cloud = cloud;
		this.token = properties.scrapeToken();
	}

	@GetMapping("/metrics")
	ResponseEntity<String> show(
			@RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
		if (this.token == null || !StringUtils.hasText(this.token)) {
			return ResponseEntity.notFound().build();
		}
		if (!authorization.startsWith(BEARER) || !isSame(this.token, authorization.substring(BEARER.length()))) {
			return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
				.header(HttpHeaders.WWW_AUTHENTICATE, BEARER.strip())
				.build();
		}
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, IndexMetrics.CONTENT_TYPE)
			.body(this.metrics.scrape(this.cloud.tenant()));
	}

	/** Takes the same time wherever the first difference is, and whatever the lengths. */
	private static boolean isSame(String one, String other) {
		return MessageDigest.isEqual(Hashes.sha256(one.getBytes(StandardCharsets.UTF_8)),
				Hashes.sha256(other.getBytes(StandardCharsets.UTF_8)));
	}

}
