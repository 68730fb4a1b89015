package health.admit.portal.reminders;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import health.admit.support.SettableClock;
import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.FakeInventory;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.CredentialRow;
import health.admit.support.Database;
import health.admit.support.HostileNames;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = RemindersController.class)
@Import({ Reminding.class, DueCredentials.class, ReminderSettings.class, Digests.class, Postman.class })
@TestPropertySource(properties = { "admit.reminders.enabled=true", "admit.reminders.from=admit@contoso.example",
		"admit.reminders.fallback=desk@contoso.example,second@contoso.example", "admit.reminders.time=06:30" })
class RemindersControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeInventory inventory;

	@Autowired
	private Reminders reminders;

	@BeforeEach
	void empty() {
		this.inventory.clear();
	}

	@Test
	void saysWhatIsMissingBeforeMailIsSent() {
		assertThat(this.mvc.get().uri("/expiry/reminders").with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("No reminders are sent", "spring.mail.host", "Every day at 06:30 UTC",
					"60, 30, 14, 7, 1 days before the end", "desk@contoso.example", "second@contoso.example")
			.doesNotContain("admit.reminders.enabled", "admit.reminders.from", "??");
	}

	@Test
	void aDryRunShowsTheMailsAndWritesNothing() {
		Map<ReminderKey, Set<String>> before = this.reminders.planned(Operators.TENANT, MailWorld.MORNING);
		for (String name : HostileNames.ALL) {
			CredentialRow row = FakeInventory.secret(name, MailWorld.MORNING.plus(Duration.ofDays(5)),
					MailWorld.MORNING);
			this.inventory.put(row)
				.owners(row.key().objectId(), MailWorld.owner("ada@contoso.example", OwnerState.GOOD));
		}
		assertThat(this.mvc.get().uri("/expiry/reminders").with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("1 recipients; 1 are shown", "ada@contoso.example")
			.doesNotContain("alert(1)");
		assertThat(this.mvc.post().uri("/expiry/reminders/dry-run").with(Operators.helpDesk()).with(csrf()))
			.hasStatusOk()
			.bodyText()
			.contains("This was a dry run", HostileNames.ALL.size() + " credentials end soon, the first in 5 days",
					"&lt;script&gt;alert(1)&lt;/script&gt;", "28 Nov 2026", "in 5 days")
			.doesNotContain("<script>alert", "??");
		assertThat(this.reminders.planned(Operators.TENANT, MailWorld.MORNING)).isEqualTo(before);
	}

	@Test
	void saysHowCompleteAndHowOldTheListIs() {
		Instant asOf = MailWorld.MORNING.minus(Duration.ofHours(48));
		for (Completeness completeness : Completeness.values()) {
			this.inventory.state(completeness, asOf);
			for (String page : List.of(shown(), dryRun())) {
				assertThat(page).as(completeness.name())
					.contains(completeness.isComplete() ? ", complete." : "notice-")
					.doesNotContain("more than 48 hours ago", "nobody would get a mail", "??");
				if (!completeness.isComplete()) {
					assertThat(page).doesNotContain(", complete.");
				}
			}
		}
		this.inventory.state(Completeness.COMPLETE, asOf.minusMillis(1));
		assertThat(shown()).contains("The list this is taken from is from 21 Nov 2026", "more than 48 hours ago");
		assertThat(dryRun()).contains("more than 48 hours ago");
	}

	@Test
	void showsWhatWasSentAndWhatTheServerSaid() {
		Due due = new Due(new ReminderKey(new CredentialKey(UUID.randomUUID(), UUID.randomUUID()), 7), null, "<b>FHIR",
				"", CredentialKind.SECRET, MailWorld.MORNING.plus(Duration.ofDays(5)), 5,
				Set.of("ada@contoso.example", "grace@contoso.example"));
		this.reminders.plan(Operators.TENANT, due);
		UUID sent = UUID.randomUUID();
		this.reminders.claim(Operators.TENANT, "ada@contoso.example", sent, MailWorld.MORNING);
		this.reminders.sent(sent, MailWorld.MORNING);
		UUID refused = UUID.randomUUID();
		this.reminders.claim(Operators.TENANT, "grace@contoso.example", refused, MailWorld.MORNING);
		this.reminders.failed(refused, "550 <i>no", MailWorld.MORNING);
		assertThat(this.mvc.get().uri("/expiry/reminders").with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("&lt;b&gt;FHIR", "550 &lt;i&gt;no", "7 days before", "Not sent yet", "Sent last")
			.doesNotContain("No mail has been sent");
	}

	@Test
	void isForTheHelpDesk() {
		assertThat(this.mvc.get().uri("/expiry/reminders").with(Operators.auditor())).hasStatus(403);
		assertThat(this.mvc.post().uri("/expiry/reminders/dry-run").with(Operators.helpDesk())).hasStatus(403);
	}

	private String shown() {
		return body(this.mvc.get().uri("/expiry/reminders").with(Operators.helpDesk()).exchange());
	}

	private String dryRun() {
		return body(
				this.mvc.post().uri("/expiry/reminders/dry-run").with(Operators.helpDesk()).with(csrf()).exchange());
	}

	private static String body(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@TestConfiguration
	@EnableConfigurationProperties(RemindersProperties.class)
	static class Fakes {

		private final TestDatabase database = Database.H2.fresh();

		@Bean
		FakeInventory inventory() {
			return new FakeInventory();
		}

		@Bean
		Reminders reminders() {
			return new Reminders(this.database.jdbc());
		}

		@Bean
		ReminderRuns runs() {
			return new ReminderRuns(this.database.jdbc());
		}

		@Bean
		@Primary
		Clock fixed() {
			return new SettableClock(MailWorld.MORNING);
		}

	}

}
