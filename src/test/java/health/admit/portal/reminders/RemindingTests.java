package health.admit.portal.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.icegreen.greenmail.util.GreenMailUtil;
import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.FakeInventory;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.WorkState;
import health.admit.support.Database;
import health.admit.support.HostileNames;
import health.admit.support.OnEachDatabase;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnEachDatabase
class RemindingTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

	private final Database database;

	private MailWorld world;

	RemindingTests(Database database) {
		this.database = database;
	}

	@BeforeEach
	void start() {
		this.world = new MailWorld(this.database.fresh().jdbc());
	}

	@AfterEach
	void stop() {
		this.world.close();
	}

	@Test
	void aCredentialIsMailedOnceForEachStep() throws Exception {
		CredentialRow row = this.world.secret("FHIR client", Duration.ofDays(65).plusHours(3), "ada@contoso.example");
		for (int hour = 0; hour < 24 * 70; hour += 6) {
			this.world.node().look();
			this.world.time.pass(Duration.ofHours(6));
			this.world.inventory.put(moved(row));
		}
		assertThat(this.world.mails()).extracting(MimeMessage::getSubject)
			.containsExactly("1 credential ends soon, the first in 59 days",
					"1 credential ends soon, the first in 29 days", "1 credential ends soon, the first in 13 days",
					"1 credential ends soon, the first in 6 days", "1 credential ends soon, the first within a day");
		assertThat(this.world.mails()).allSatisfy((mail) -> {
			assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ada@contoso.example");
			assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("admit@contoso.example");
		});
		assertThat(this.world.reminders.log(this.world.tenant)).extracting((entry) -> entry.key().step())
			.containsExactly(1, 7, 14, 30, 60);
	}

	@Test
	void whatWasMissedWhileThePortalWasOffIsOneMail() {
		this.world.secret("FHIR client", Duration.ofDays(6), "ada@contoso.example");
		this.world.node().look();
		this.world.time.pass(Duration.ofDays(1));
		this.world.node().look();
		assertThat(this.world.reminders.log(this.world.tenant)).extracting((entry) -> entry.key().step())
			.containsExactly(7);
		assertThat(this.world.mails()).hasSize(1);
	}

	@Test
	void theMailSaysWhatEndsWhenInBothParts() throws Exception {
		CredentialRow row = this.world.secret("FHIR client", Duration.ofDays(7), "ada@contoso.example");
		this.world.node().look();
		MimeMessage mail = this.world.mails().get(0);
		for (String part : List.of(part(mail, "text/plain"), part(mail, "text/html"))) {
			assertThat(part)
				.contains("FHIR client", "30 Nov 2026, 07:00 UTC", "in 7 days", String.valueOf(row.appId()),
						row.key().keyId().toString(),
						"Taken from an index of 2 applications and 3 credentials as of 23 Nov 2026, 06:00 UTC.")
				.contains("https://admit.contoso.example/expiry?band=")
				.doesNotContain("not complete", "??", row.hint() + "...");
		}
		assertThat(part(mail, "text/plain")).contains("in 7 days");
	}

	@Test
	void whatNeedsNobodyIsNotMailed() {
		Duration left = Duration.ofDays(5);
		CredentialRow row = this.world.secret("covered", left);
		this.world.inventory.put(FakeInventory.with(row, true, WorkState.OPEN));
		for (WorkState work : List.of(WorkState.SNOOZED, WorkState.DONE)) {
			this.world.inventory.put(FakeInventory.with(this.world.secret("x", left), false, work));
		}
		CredentialRow federated = this.world.secret("federated", left);
		this.world.inventory.put(new CredentialRow(federated.key(), federated.source(), federated.appId(), "federated",
				CredentialKind.FEDERATED, null, null, null, null, federated.ends(), federated.band(), false, false,
				OwnerState.GOOD, WorkState.OPEN, null));
		this.world.secret("far", Duration.ofDays(61));
		this.world.secret("over", Duration.ofSeconds(-1));
		this.world.node().look();
		assertThat(this.world.mails()).isEmpty();
		this.world.inventory.put(FakeInventory.with(this.world.secret("claimed", left), false, WorkState.CLAIMED));
		this.world.time.pass(Duration.ofDays(1));
		this.world.node().look();
		assertThat(this.world.mails()).hasSize(1);
	}

	@Test
	void everybodyGetsOneMailWithAllThatIsTheirs() throws Exception {
		for (int i = 0; i < 5; i++) {
			this.world.secret("shared-" + i, Duration.ofDays(3 + i), "ada@contoso.example", "Grace@contoso.example");
		}
		this.world.secret("grace-only", Duration.ofDays(2), "grace@contoso.example");
		this.world.secret("nobody", Duration.ofDays(2));
		CredentialRow gone = this.world.secret("gone", Duration.ofDays(2));
		this.world.inventory.owners(gone.key().objectId(), MailWorld.owner("gone@contoso.example", OwnerState.DISABLED),
				MailWorld.owner("left@contoso.example", OwnerState.DELETED), MailWorld.owner(null, OwnerState.GOOD),
				MailWorld.owner("x\r\nBcc: y@z.example", OwnerState.GOOD));
		this.world.node().look();
		assertThat(this.world.mails()).hasSize(3);
		assertThat(text("ada@contoso.example")).contains("shared-0", "shared-4").doesNotContain("grace-only");
		assertThat(text("grace@contoso.example")).contains("shared-0", "grace-only").doesNotContain("nobody");
		assertThat(text(MailWorld.FALLBACK)).contains("\"nobody\"", "\"gone\"").doesNotContain("shared");
	}

	@Test
	void anOwnerWhoTurnsUpLaterDoesNotGetWhatOthersGot() {
		CredentialRow row = this.world.secret("FHIR client", Duration.ofDays(29));
		this.world.node().look();
		this.world.inventory.owners(row.key().objectId(), MailWorld.owner("ada@contoso.example", OwnerState.GOOD));
		this.world.time.pass(Duration.ofDays(1));
		this.world.node().look();
		assertThat(this.world.mails()).hasSize(1);
		this.world.time.pass(Duration.ofDays(14));
		this.world.node().look();
		assertThat(this.world.mails()).hasSize(2)
			.last()
			.satisfies((mail) -> assertThat(mail.getAllRecipients()[0]).hasToString("ada@contoso.example"));
	}

	@Test
	void aRenewedCredentialIsAnotherOne() {
		CredentialRow row = this.world.secret("FHIR client", Duration.ofDays(29), "ada@contoso.example");
		this.world.node().look();
		this.world.inventory.put(new CredentialRow(new CredentialKey(row.key().objectId(), UUID.randomUUID()),
				row.source(), row.appId(), row.name(), row.kind(), null, null, null, null, row.ends(), row.band(),
				false, false, OwnerState.GOOD, WorkState.OPEN, null));
		this.world.time.pass(Duration.ofDays(1));
		this.world.node().look();
		assertThat(this.world.mails()).hasSize(2);
	}

	@Test
	void nothingIsSentBeforeItsTimeOrWhenSwitchedOff() {
		this.world.secret("FHIR client", Duration.ofDays(5));
		this.world.node(this.world.sender(), false).look();
		this.world.time.pass(Duration.ofHours(-1));
		this.world.node().look();
		assertThat(this.world.mails()).isEmpty();
		this.world.time.pass(Duration.ofHours(1));
		this.world.node().look();
		assertThat(this.world.mails()).hasSize(1);
	}

	@Test
	void twoNodesSendOneMail() throws Exception {
		for (int day = 0; day < 10; day++) {
			this.world.secret("one", Duration.ofDays(5), "ada@contoso.example");
			this.world.secret("two", Duration.ofDays(5), "ada@contoso.example", "grace@contoso.example");
			ReminderJob one = this.world.node();
			ReminderJob other = this.world.node();
			atOnce(one::look, other::look);
			assertThat(this.world.mails()).as("day %d", day).hasSize(2 * (day + 1));
			this.world.time.pass(Duration.ofDays(1));
			this.world.inventory.clear();
		}
	}

	@Test
	void evenWhenBothWorkOnTheSameDayTheyShareTheRecipients() throws Exception {
		for (int round = 0; round < 10; round++) {
			this.world.secret("one", Duration.ofDays(5), "ada@contoso.example");
			this.world.secret("two", Duration.ofDays(5), "ada@contoso.example", "grace@contoso.example");
			Reminding one = this.world.reminding(this.world.sender());
			Reminding other = this.world.reminding(this.world.sender());
			atOnce(() -> one.run(this.world.tenant, TODAY, true), () -> other.run(this.world.tenant, TODAY, true));
			// A node that reads while the other still writes its plan may send the rest
			// of it, but nobody gets the same credential twice.
			List<String> texts = this.world.mails().stream().map(RemindingTests::plain).toList();
			assertThat(String.join("", texts).split("Secret of \"one\"", -1)).as("round %d", round).hasSize(round + 2);
			assertThat(String.join("", texts).split("Secret of \"two\"", -1)).hasSize(2 * round + 3);
			this.world.inventory.clear();
		}
	}

	@Test
	void whatADeadNodeClaimedIsSentAfterAnHour() {
		this.world.secret("FHIR client", Duration.ofDays(5), "ada@contoso.example");
		ReminderJob dying = this.world.node(dying(false), true);
		assertThatThrownBy(dying::look).isInstanceOf(PowerCut.class);
		assertThat(this.world.mails()).isEmpty();
		this.world.time.pass(Duration.ofMinutes(59));
		this.world.node().look();
		assertThat(this.world.mails()).isEmpty();
		this.world.time.pass(Duration.ofMinutes(1));
		this.world.node().look();
		this.world.node().look();
		assertThat(this.world.mails()).hasSize(1);
	}

	@Test
	void aNodeThatDiesAfterSendingLetsItBeSentTwiceWithTheSameId() throws Exception {
		this.world.secret("FHIR client", Duration.ofDays(5), "ada@contoso.example");
		ReminderJob dying = this.world.node(dying(true), true);
		assertThatThrownBy(dying::look).isInstanceOf(PowerCut.class);
		this.world.time.pass(Duration.ofHours(1));
		this.world.node().look();
		assertThat(this.world.mails()).hasSize(2);
		assertThat(this.world.mails().get(0).getMessageID()).isEqualTo(this.world.mails().get(1).getMessageID())
			.endsWith("@admit.contoso.example>");
	}

	@Test
	void aServerThatIsAwayCostsNothingButTime() {
		this.world.secret("FHIR client", Duration.ofDays(5), "ada@contoso.example", "grace@contoso.example");
		int port = this.world.server.getSmtp().getPort();
		this.world.smtpPort(1);
		this.world.node().look();
		assertThat(this.world.reminders.troubles(this.world.tenant)).singleElement()
			.satisfies((entry) -> assertThat(entry.trouble()).containsIgnoringCase("connect"));
		assertThat(this.world.runs.last(this.world.tenant)).get().satisfies((run) -> assertThat(run.failed()).isOne());
		this.world.smtpPort(port);
		this.world.node().look();
		assertThat(this.world.mails()).isEmpty();
		this.world.time.pass(Duration.ofHours(1));
		this.world.node().look();
		this.world.time.pass(Duration.ofHours(2));
		this.world.node().look();
		assertThat(this.world.mails()).hasSize(2);
		assertThat(this.world.reminders.troubles(this.world.tenant)).isEmpty();
		assertThat(this.world.runs.last(this.world.tenant)).get().satisfies((run) -> {
			assertThat(run.failed()).isZero();
			assertThat(run.mails()).isEqualTo(2);
		});
	}

	@Test
	void aRefusedRecipientDoesNotKeepOthersFromTheirMail() throws Exception {
		this.world.secret("FHIR client", Duration.ofDays(5), "ada@contoso.example", "grace@contoso.example");
		try (RefusingServer server = new RefusingServer("ada@")) {
			this.world.smtpPort(server.port());
			this.world.node().look();
		}
		assertThat(this.world.reminders.log(this.world.tenant)).extracting(Reminders.Entry::recipient)
			.containsExactly("grace@contoso.example");
		assertThat(this.world.reminders.troubles(this.world.tenant)).singleElement().satisfies((entry) -> {
			assertThat(entry.recipient()).isEqualTo("ada@contoso.example");
			assertThat(entry.trouble()).contains("550 5.1.1 <script>no such mailbox");
		});
	}

	@Test
	void whatIsDoneBeforeTheNextTryIsNotSent() {
		CredentialRow row = this.world.secret("FHIR client", Duration.ofDays(5), "ada@contoso.example");
		this.world.secret("other", Duration.ofDays(5), "ada@contoso.example");
		int port = this.world.server.getSmtp().getPort();
		this.world.smtpPort(1);
		this.world.node().look();
		this.world.inventory.put(FakeInventory.with(row, false, WorkState.DONE));
		this.world.smtpPort(port);
		this.world.time.pass(Duration.ofHours(1));
		this.world.node().look();
		assertThat(this.world.mails()).singleElement()
			.satisfies((mail) -> assertThat(plain(mail)).contains("\"other\"").doesNotContain("\"FHIR client\""));
		assertThat(this.world.reminders.log(this.world.tenant)).hasSize(1);
	}

	@Test
	void anIndexThatIsNotCompleteIsSaidAtTheTop() {
		for (Completeness completeness : Completeness.values()) {
			this.world.secret("x", Duration.ofDays(5), completeness + "@contoso.example");
			this.world.inventory.state(completeness, (completeness == Completeness.NEVER) ? null
					: this.world.time.instant().minus(Duration.ofHours(49)));
			this.world.time.pass(Duration.ofDays(1));
			this.world.node().look();
			MimeMessage mail = this.world.mails().get(this.world.mails().size() - 1);
			assertThat(plain(mail)).as(completeness.name()).startsWith("This list is not complete. ");
			assertThat(part(mail, "text/html")).contains("<p><strong>This list is not complete.</strong>");
			this.world.inventory.clear();
		}
		assertThat(this.world.mails()).hasSize(Completeness.values().length);
	}

	@Test
	void whoMayNotOpenThePortalIsToldWhomToAsk() throws Exception {
		this.world.secret("x", Duration.ofDays(5), "ada@contoso.example");
		this.world.node().look();
		MimeMessage mail = this.world.mails().get(0);
		for (String part : List.of(part(mail, "text/plain"), part(mail, "text/html"))) {
			assertThat(part).containsSubsequence("https://admit.contoso.example/expiry?band=", "you may not open it",
					"write to " + MailWorld.FALLBACK);
		}
	}

	@Test
	void whatReachesNobodyIsCounted() {
		this.world.noFallback();
		this.world.secret("nobody", Duration.ofDays(5));
		CredentialRow blocked = this.world.secret("blocked", Duration.ofDays(6));
		this.world.inventory.owners(blocked.key().objectId(),
				MailWorld.owner("gone@contoso.example", OwnerState.DISABLED));
		this.world.secret("somebody", Duration.ofDays(6), "ada@contoso.example");
		Plan plan = this.world.reminding(this.world.sender()).plan(this.world.tenant);
		assertThat(plan.unreached()).isEqualTo(2);
		assertThat(plan.mails()).containsOnlyKeys("ada@contoso.example");
		Digest digest = this.world.reminding(this.world.sender()).digest(plan, plan.mails().get("ada@contoso.example"));
		assertThat(digest.text()).contains("ask the help desk of your organisation");
	}

	@Test
	void whatWasPlannedWhileThereWasAFallbackIsNotCountedAsReachingNobody() {
		this.world.secret("nobody", Duration.ofDays(5));
		this.world.node().look();
		this.world.noFallback();
		assertThat(this.world.reminding(this.world.sender()).plan(this.world.tenant).unreached()).isZero();
	}

	@Test
	void whatWasSentIsForgottenLongAfterTheCredentialHasEndedAndIsGone() {
		CredentialRow gone = this.world.secret("gone", Duration.ofDays(5), "ada@contoso.example");
		CredentialRow there = this.world.secret("there", Duration.ofDays(5), "ada@contoso.example");
		this.world.node().look();
		this.world.inventory.clear();
		this.world.inventory.put(there);
		this.world.time.pass(Duration.ofDays(405));
		this.world.read();
		assertThat(this.world.reminders.log(this.world.tenant)).hasSize(2);
		assertThat(this.world.runs.last(this.world.tenant)).isEmpty();
		this.world.time.pass(Duration.ofSeconds(1));
		this.world.inventory.state(Completeness.PARTIAL, MailWorld.MORNING);
		this.world.read();
		assertThat(this.world.reminders.log(this.world.tenant)).hasSize(2);
		this.world.inventory.state(Completeness.COMPLETE, MailWorld.MORNING);
		this.world.read();
		assertThat(this.world.reminders.log(this.world.tenant)).extracting((entry) -> entry.key().credential())
			.containsExactly(there.key())
			.doesNotContain(gone.key());
	}

	@Test
	void noNameGetsIntoAHeaderOrAddsALine() throws Exception {
		for (String name : HostileNames.ALL) {
			this.world.secret(name, Duration.ofDays(5), "ada@contoso.example");
		}
		this.world.node().look();
		assertThat(this.world.mails()).hasSize(1);
		MimeMessage mail = this.world.mails().get(0);
		assertThat(Collections.list(mail.getAllHeaders())).extracting(Header::getName)
			.containsOnlyOnce("To", "From", "Subject", "Message-ID")
			.doesNotContain("Bcc", "Cc", "Set-Cookie");
		assertThat(mail.getSubject()).isEqualTo(HostileNames.ALL.size() + " credentials end soon, the first in 5 days");
		assertThat(plain(mail).lines().filter((line) -> line.startsWith("* "))).hasSize(HostileNames.ALL.size());
		assertThat(plain(mail)).doesNotContain("\u202E");
		assertThat(part(mail, "text/html")).doesNotContain("<script", "<img").contains("&lt;script&gt;", "{{7*7}}");
		assertThat(GreenMailUtil.getWholeMessage(mail)).doesNotContain("\nBcc:", "\nSet-Cookie:");
	}

	@Test
	void aLongListIsCutAndSaysSo() {
		for (int i = 0; i < Digests.MOST_LINES + 3; i++) {
			this.world.secret("x", Duration.ofDays(5), "ada@contoso.example");
		}
		this.world.node().look();
		assertThat(plain(this.world.mails().get(0))).contains("And 3 more");
		assertThat(plain(this.world.mails().get(0)).lines().filter((line) -> line.startsWith("* ")))
			.hasSize(Digests.MOST_LINES);
	}

	@Test
	void lookingWritesNothing() {
		this.world.secret("FHIR client", Duration.ofDays(5), "ada@contoso.example");
		Reminding reminding = this.world.reminding(this.world.sender());
		assertThat(reminding.plan(this.world.tenant).mails()).containsOnlyKeys("ada@contoso.example");
		assertThat(this.world.reminders.planned(this.world.tenant, MailWorld.MORNING)).isEmpty();
		this.world.node().look();
		assertThat(reminding.plan(this.world.tenant).mails()).isEmpty();
		assertThat(this.world.mails()).hasSize(1);
	}

	/** Cuts the power before or after the server has taken the mail. */
	private JavaMailSender dying(boolean after) {
		return new JavaMailSenderImpl() {

			@Override
			protected void doSend(MimeMessage[] messages, Object[] originals) {
				if (after) {
					RemindingTests.this.world.sender().send(messages);
				}
				throw new PowerCut();
			}

		};
	}

	/** The row as the index has it after some time: the band follows the clock. */
	private CredentialRow moved(CredentialRow row) {
		Instant ends = Objects.requireNonNull(row.ends());
		return new CredentialRow(row.key(), row.source(), row.appId(), row.name(), row.kind(), row.description(),
				row.hint(), null, row.starts(), ends, Band.of(ends, this.world.time.instant()), false, false,
				row.owners(), row.work(), null);
	}

	private String text(String recipient) {
		return this.world.mails()
			.stream()
			.filter((mail) -> recipient.equals(to(mail)))
			.map(RemindingTests::plain)
			.reduce((one, other) -> {
				throw new AssertionError("Two mails to " + recipient);
			})
			.orElseThrow();
	}

	private static String to(MimeMessage mail) {
		try {
			return Arrays.toString(mail.getRecipients(Message.RecipientType.TO)).replaceAll("[\\[\\]]", "");
		}
		catch (MessagingException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String plain(MimeMessage mail) {
		return part(mail, "text/plain").replace("\r\n", "\n");
	}

	private static String part(Part part, String type) {
		try {
			if (part.isMimeType(type)) {
				return (String) part.getContent();
			}
			if (part.getContent() instanceof Multipart parts) {
				for (int i = 0; i < parts.getCount(); i++) {
					String found = part(parts.getBodyPart(i), type);
					if (found != null) {
						return found;
					}
				}
			}
			return null;
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	private static void atOnce(Runnable... tasks) throws Exception {
		CyclicBarrier start = new CyclicBarrier(tasks.length);
		ExecutorService threads = Executors.newFixedThreadPool(tasks.length);
		try {
			List<Callable<Void>> calls = Arrays.stream(tasks).map((task) -> (Callable<Void>) () -> {
				start.await();
				task.run();
				return null;
			}).toList();
			for (Future<Void> done : threads.invokeAll(calls)) {
				done.get();
			}
		}
		finally {
			threads.shutdown();
		}
	}

	/**
	 * What no program can catch.
	 */
	private static final class PowerCut extends Error {

		private static final long serialVersionUID = 1L;

	}

}
