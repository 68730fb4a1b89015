package health.admit.portal.exports;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The calendar for whoever holds a personal link.
 */
@RestController
class CalendarFeedController {

	private final CalendarLinks links;

	private final CalendarFeed feed;

	CalendarFeedController(CalendarLinks links, CalendarFeed feed) {
		this.links = links;
		this.feed = feed;
	}

	@GetMapping("/calendar/{token}.ics")
	ResponseEntity<String> show(@PathVariable("token") String token) {
		return this.links.find(token)
			.map((link) -> ResponseEntity.ok()
				.header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
				.header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"admit.ics\"")
				.cacheControl(CacheControl.empty().cachePrivate())
				.body(this.feed.of(link.tenant())))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

}
