package health.admit.portal.reminders;

import java.time.Duration;

import health.admit.portal.inventory.FakeInventory;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = RemindersController.class)
@Import({ Reminding.class, DueCredentials.class, ReminderSettings.class, Digests.class, Postman.class,
		RemindersControllerTests.Fakes.class })
@TestPropertySource(properties = { "admit.reminders.enabled=true", "admit.reminders.from=admit@contoso.example" })
class UnreachedControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeInventory inventory;

	@Test
	void saysHowMuchReachesNobody() {
		for (int i = 0; i < 2; i++) {
			this.inventory
				.put(FakeInventory.secret("x", MailWorld.MORNING.plus(Duration.ofDays(5)), MailWorld.MORNING));
		}
		assertThat(this.mvc.get().uri("/expiry/reminders").with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("2 credentials have reached a step, but nobody would get a mail about them",
					"admit.reminders.fallback")
			.doesNotContain("??");
		assertThat(this.mvc.post().uri("/expiry/reminders/dry-run").with(Operators.helpDesk()).with(csrf()))
			.hasStatusOk()
			.bodyText()
			.contains("2 credentials have reached a step, but nobody would get a mail about them");
	}

}
