package health.admit.portal.inventory;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.support.Poll;
import health.admit.support.PortalServer;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A portal that reads on a schedule with its own tokens, while nobody is signed in.
 */
class AppOnlyJourneyTests {

	private static final String APPLICATION_READ_ALL = "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30";

	private final SandboxServer sandbox = SandboxServer.start("applications=60");

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void readsWithoutAnybodySignedIn() {
		try (PortalServer portal = PortalServer.start(this.sandbox, "admit.inventory.app-only=true")) {
			assertThat(portal.bean(ScheduledAnnotationBeanPostProcessor.class).getScheduledTasks())
				.anyMatch((task) -> task.toString().contains("BackgroundRefreshing.onSchedule"));
			Freshness freshness = schedule(portal);
			assertThat(freshness.completeness()).isEqualTo(Completeness.COMPLETE);
			IndexJourneyTests.assertSame(
					IndexJourneyTests.rows(portal.bean(JdbcTemplate.class), tenant(portal), Source.APPLICATION),
					IndexJourneyTests.expected(live()));
			assertThat(portal.bean(JdbcTemplate.class).queryForList("select grant_id from sealed_client")).isEmpty();
		}
	}

	@Test
	void withoutTheAppRoleItSaysWhatGraphSaid() {
		List<Item> roles = store().all(Kind.ROLE_ASSIGNMENT, Copy.MASTER)
			.stream()
			.filter((item) -> APPLICATION_READ_ALL.equals(Json.text(item.json(), "appRoleId")))
			.toList();
		assertThat(roles).isNotEmpty();
		roles.forEach((item) -> store().purge(Kind.ROLE_ASSIGNMENT, item.id()));
		try (PortalServer portal = PortalServer.start(this.sandbox, "admit.inventory.app-only=true")) {
			Freshness freshness = schedule(portal);
			assertThat(freshness.completeness()).isNotEqualTo(Completeness.COMPLETE);
			assertThat(freshness.applications()).isZero();
			assertThat(freshness.trouble().cause()).isEqualTo(Freshness.Cause.REFUSED);
			assertThat(freshness.trouble().code()).isEqualTo("Authorization_RequestDenied");
			assertThat(freshness.trouble().requestId()).isNotEmpty();
		}
	}

	@Test
	void doesNothingUnlessSwitchedOn() {
		try (PortalServer portal = PortalServer.start(this.sandbox)) {
			assertThat(schedule(portal).completeness()).isEqualTo(Completeness.NEVER);
		}
	}

	/** What the schedule does every minute. */
	private static Freshness schedule(PortalServer portal) {
		portal.bean(BackgroundRefreshing.class).onSchedule();
		Background background = portal.bean(Background.class);
		Poll.until("the reading ends", Duration.ofMinutes(2), () -> !background.isUnderWay("reading", tenant(portal)));
		return portal.bean(Inventory.class).freshness(tenant(portal));
	}

	private static UUID tenant(PortalServer portal) {
		return portal.bean(Cloud.class).tenant();
	}

	private List<Item> live() {
		return store().all(Kind.APPLICATION, Copy.MASTER).stream().filter((item) -> !item.deleted()).toList();
	}

	private Store store() {
		return this.sandbox.bean(Store.class);
	}

}
