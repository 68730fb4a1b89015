package health.admit.portal.exports;

import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.FakeInventory;
import health.admit.portal.inventory.WorkState;
import health.admit.support.Database;
import health.admit.support.HostileNames;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = { CalendarController.class, CalendarFeedController.class })
@Import({ CalendarFeed.class, CalendarEvents.class })
class CalendarControllerTests {

	private static final Pattern ADDRESS = Pattern.compile("http://localhost:8080(/calendar/[A-Za-z0-9_-]{43}\\.ics)");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeInventory inventory;

	@BeforeEach
	void empty() {
		this.inventory.clear();
	}

	@Test
	void aLinkIsShownOnceAndWorksWithoutSignIn() throws Exception {
		String address = create();
		assertThat(page()).hasStatusOk()
			.bodyText()
			.doesNotContainPattern(ADDRESS)
			.contains("Works until", "Replace by");
		assertThat(this.mvc.get().uri(address)).hasStatusOk()
			.hasContentType("text/calendar;charset=UTF-8")
			.hasHeader("Cache-Control", "private");
		String replaced = create();
		assertThat(this.mvc.get().uri(address)).hasStatus(404);
		assertThat(this.mvc.get().uri(replaced)).hasStatusOk();
		assertThat(this.mvc.post().uri("/expiry/calendar/revoke").with(Operators.helpDesk()).with(csrf()))
			.hasRedirectedUrl("/expiry/calendar");
		assertThat(this.mvc.get().uri(replaced)).hasStatus(404);
		assertThat(page()).bodyText().contains("You have no calendar address");
	}

	@Test
	void everyNameIsOneEvent() throws Exception {
		Lists.hostile(this.inventory);
		List<Component> events = events();
		assertThat(events).hasSize(HostileNames.ALL.size());
		assertThat(events.stream().map((event) -> value(event, Property.UID))).doesNotHaveDuplicates();
		assertThat(events).allSatisfy((event) -> {
			assertThat(value(event, Property.SUMMARY)).startsWith("Secret of").endsWith(" ends");
			assertThat(value(event, Property.DTSTART)).isEqualTo("20261126");
			assertThat(value(event, Property.DESCRIPTION)).contains("Key id: ", "Ends: 2026-11-26T08:");
			assertThat(event.getProperties()).hasSizeLessThanOrEqualTo(8);
		});
		assertThat(events.stream().map((event) -> value(event, Property.SUMMARY))).contains(
				"Secret of =cmd|' /C calc'!A0 ends", "Secret of x  END:VEVENT  BEGIN:VEVENT ends",
				"Secret of back\\slash\\ ends", "Secret of a;b,c ends", "Secret of {{7*7}} ends");
	}

	@Test
	void anEventKeepsItsIdAndHoldsOnlyWhatNeedsSomebody() throws Exception {
		CredentialRow open = FakeInventory.secret("open", Instant.parse("2026-12-24T23:59:59Z"), Lists.NOW);
		this.inventory.put(open)
			.put(FakeInventory.with(FakeInventory.secret("covered", open.ends(), Lists.NOW), true, WorkState.OPEN))
			.put(FakeInventory.with(FakeInventory.secret("done", open.ends(), Lists.NOW), false, WorkState.DONE))
			.put(FakeInventory.with(FakeInventory.secret("snoozed", open.ends(), Lists.NOW), false, WorkState.SNOOZED))
			.put(FakeInventory.secret("far", Lists.NOW.plusSeconds(86_400 * 91), Lists.NOW))
			.put(FakeInventory.secret("over", Lists.NOW.minusSeconds(1), Lists.NOW));
		assertThat(events()).singleElement().satisfies((event) -> {
			assertThat(value(event, Property.UID))
				.isEqualTo(open.key().objectId() + "." + open.key().keyId() + "@admit");
			assertThat(value(event, Property.DTSTART)).isEqualTo("20261224");
			assertThat(value(event, Property.DTEND)).isEqualTo("20261225");
			assertThat(value(event, Property.URL)).isEqualTo("http://localhost:8080/expiry?q=" + open.key().objectId());
		});
	}

	@ParameterizedTest
	@EnumSource(Completeness.class)
	void anIndexThatIsNotCompleteIsAnEventOfToday(Completeness completeness) throws Exception {
		this.inventory.state(completeness, Lists.NOW.minus(Duration.ofHours(48)));
		if (completeness == Completeness.COMPLETE) {
			assertThat(events()).isEmpty();
			assertThat(text()).contains("X-WR-CALNAME:Admit\r\n", "complete as of 2026-11-21T08:00:00Z");
			return;
		}
		assertThat(text()).contains("X-WR-CALNAME:Admit (not complete)");
		assertThat(events()).singleElement().satisfies((event) -> {
			assertThat(value(event, Property.SUMMARY)).isEqualTo("Admit: this calendar is not complete");
			assertThat(value(event, Property.DTSTART))
				.isEqualTo(LocalDate.of(2026, 11, 23).toString().replace("-", ""));
		});
	}

	@Test
	void aCompleteIndexThatIsOldSaysHowOld() throws Exception {
		this.inventory.state(Completeness.COMPLETE, Lists.NOW.minus(Duration.ofHours(77)));
		assertThat(text()).contains("X-WR-CALNAME:Admit (3 days old)",
				"X-WR-CALDESC:The tenant was last read at 2026-");
		assertThat(events()).singleElement().satisfies((event) -> {
			assertThat(value(event, Property.SUMMARY)).isEqualTo("Admit: this calendar is 3 days old");
			assertThat(value(event, Property.DESCRIPTION)).contains("2026-11-20T03:00:00Z", "more than 48 hours ago");
			assertThat(value(event, Property.DTSTART)).isEqualTo("20261123");
		});
	}

	@Test
	void aCutIsSaid() throws Exception {
		for (int i = 0; i <= CalendarFeed.MOST; i++) {
			this.inventory.put(FakeInventory.secret("x", Lists.NOW.plusSeconds(86_400 + i), Lists.NOW));
		}
		List<Component> events = events();
		assertThat(events).hasSize(CalendarFeed.MOST + 1);
		assertThat(value(events.get(CalendarFeed.MOST), Property.DESCRIPTION)).contains("The first 2000 are shown");
	}

	@Test
	void makingALinkIsForTheHelpDesk() {
		assertThat(this.mvc.post().uri("/expiry/calendar").with(Operators.auditor()).with(csrf())).hasStatus(403);
		assertThat(this.mvc.get().uri("/calendar/x.ics")).hasStatus(404);
	}

	private String create() throws Exception {
		MvcTestResult result = this.mvc.post()
			.uri("/expiry/calendar")
			.with(Operators.helpDesk())
			.with(csrf())
			.exchange();
		assertThat(result).hasStatusOk();
		Matcher matcher = ADDRESS.matcher(result.getResponse().getContentAsString());
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private MvcTestResult page() {
		return this.mvc.get().uri("/expiry/calendar").with(Operators.helpDesk()).exchange();
	}

	private List<Component> events() throws Exception {
		String text = text();
		assertThat(text.lines()).allSatisfy(
				(line) -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length).isLessThan(300));
		Calendar calendar = new CalendarBuilder().build(new StringReader(text));
		return List.copyOf(calendar.getComponents(Component.VEVENT));
	}

	private String text() throws Exception {
		return this.mvc.get().uri(create()).exchange().getResponse().getContentAsString();
	}

	private static String value(Component event, String property) {
		Optional<Property> found = event.getProperty(property);
		return found.orElseThrow().getValue();
	}

	@TestConfiguration
	static class Fakes {

		@Bean
		FakeInventory inventory() {
			return new FakeInventory();
		}

		@Bean
		CalendarLinks links() {
			return new CalendarLinks(Database.H2.fresh().jdbc(), Lists.CLOCK);
		}

		@Bean
		@Primary
		Clock fixed() {
			return Lists.CLOCK;
		}

	}

}
