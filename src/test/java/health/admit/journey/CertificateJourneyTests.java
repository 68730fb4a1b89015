package health.admit.journey;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;

import health.admit.support.DirectGraph;
import health.admit.support.OutsideCertificates;
import health.admit.support.Poll;
import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.TestCertificate;
import health.admit.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two people, and somebody outside the portal, who change the certificates of one
 * application.
 */
class CertificateJourneyTests {

	private static final String CLIENT = "7b1d4c02-93ea-4f5e-a6c8-2f0d9b36e815";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final TestCertificate OLD = TestCertificate.create("CN=old");

	private static final TestCertificate PRIYAS = TestCertificate.create("CN=priyas");

	private static final TestCertificate AMARAS = TestCertificate.create("CN=amaras");

	private static final TestCertificate OUTSIDE = TestCertificate.create("CN=outside");

	private static SandboxServer sandbox;

	private static SandboxControls controls;

	private static PortalServer portal;

	private static UUID application;

	private static OutsideCertificates certificates;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		controls = new SandboxControls(sandbox);
		portal = PortalServer.start(sandbox, "admit.directory.read-deadline=5m", "admit.directory.read-timeout=5m",
				"admit.directory.tries-within=5m");
		application = UUID.fromString(new DirectGraph(sandbox).application("appId", CLIENT));
		certificates = new OutsideCertificates(sandbox, application);
	}

	@AfterAll
	static void stop() {
		portal.close();
		sandbox.close();
	}

	@BeforeEach
	void hasOne() {
		certificates.clear().add(OLD);
	}

	@AfterEach
	void mend() {
		controls.clearFaults();
		aMinuteGoesBy();
	}

	@Test
	void secondOfTwoSeesWhatTheFirstDidAndBothCertificatesAreThere() {
		try (Visitor priya = visitor("Priya"); Visitor amara = visitor("Amara")) {
			review(priya, PRIYAS);
			review(amara, AMARAS);
			priya.press("Add the certificate");
			finished(priya);

			amara.press("Add the certificate");
			assertThat(amara.status()).isEqualTo(409);
			assertThat(amara.text()).contains("Somebody changed the certificates since you looked");
			assertThat(amara.textOf("//tr[contains(., 'CN=priyas')]")).containsSubsequence("not there", "there",
					"there", "added meanwhile");
			assertThat(amara.textOf("//tr[contains(., 'CN=amaras')]")).containsSubsequence("not there", "not there",
					"there", "yours");
			assertThat(amara.textOf("//tr[contains(., 'CN=old')]")).contains("unchanged");
			assertThat(certificates.names()).containsExactlyInAnyOrder("CN=old", "CN=priyas");

			amara.press("Add mine to what is there now");
			finished(amara);
			assertThat(amara.text()).doesNotContain("Somebody changed the certificates");
			assertThat(certificates.names()).containsExactlyInAnyOrder("CN=old", "CN=priyas", "CN=amaras");
		}
	}

	@Test
	void changeRightBeforeTheWriteIsNotOverwritten() {
		try (Visitor priya = visitor("Priya")) {
			review(priya, PRIYAS);
			holdReading(2);
			priya.press("Add the certificate");
			String operation = priya.path();
			held();
			certificates.remove("CN=old").add(OUTSIDE);
			controls.clearFaults();
			Poll.until("it is refused", PATIENCE, () -> priya.open(operation).text().contains("CertificatesChanged"));
			assertThat(priya.text()).contains("the certificates of the application are no longer those that you saw")
				.doesNotContain("Try again from this step", "Undo");
			assertThat(certificates.names()).containsExactly("CN=outside");

			priya.press("Show what changed and decide again");
			assertThat(priya.textOf("//tr[contains(., 'CN=outside')]")).contains("added meanwhile");
			assertThat(priya.textOf("//tr[contains(., 'CN=old')]")).contains("removed meanwhile");
			priya.press("Add mine to what is there now");
			finished(priya);
			assertThat(certificates.names()).containsExactlyInAnyOrder("CN=outside", "CN=priyas");
		}
	}

	@Test
	void changeRightAfterTheWriteIsNamed() {
		try (Visitor priya = visitor("Priya")) {
			review(priya, PRIYAS);
			holdReading(3);
			priya.press("Add the certificate");
			held();
			certificates.remove("CN=old").add(OUTSIDE);
			controls.clearFaults();
			finished(priya);
			assertThat(priya.text()).contains("These were there before and are gone: CN=old (")
				.contains("These came in addition: CN=outside (");
			assertThat(certificates.names()).containsExactlyInAnyOrder("CN=outside", "CN=priyas");
		}
	}

	@Test
	void certificateThatSomebodyReplacedAtOnceIsMissed() {
		try (Visitor priya = visitor("Priya")) {
			review(priya, PRIYAS);
			holdReading(3);
			priya.press("Add the certificate");
			String operation = priya.path();
			held();
			certificates.remove("CN=priyas").add(OUTSIDE);
			aMinuteGoesBy();
			controls.clearFaults();
			Poll.until("it is missed", PATIENCE, () -> priya.open(operation).text().contains("CertificateGone"));
			priya.press("Show what changed and decide again").press("Add mine to what is there now");
			finished(priya);
			assertThat(certificates.names()).containsExactlyInAnyOrder("CN=old", "CN=outside", "CN=priyas");
		}
	}

	@Test
	void certificateThatWasAddedIsTakenAwayAgain() {
		try (Visitor priya = visitor("Priya")) {
			review(priya, PRIYAS);
			priya.press("Add the certificate");
			finished(priya);
			aMinuteGoesBy();
			certificates.add(OUTSIDE);
			priya.press("Undo: remove what this operation made");
			assertThat(priya.text()).contains("Remove the certificate CN=priyas", "Its other certificates")
				.doesNotContain("A deleted application", "This gets no step of its own");
			priya.choose("sure", "true").press("Remove");
			finished(priya);
			assertThat(priya.text()).doesNotContain("deleted application");
			assertThat(certificates.names()).containsExactlyInAnyOrder("CN=old", "CN=outside");
		}
	}

	private static Visitor visitor(String person) {
		return new Visitor(portal.resolve("/")).signIn(person);
	}

	private static void review(Visitor visitor, TestCertificate certificate) {
		visitor.open("/applications/" + application).press("Add a certificate");
		visitor.attach("file", "client.pem", certificate.pem()).press("Check the certificate");
		assertThat(visitor.status()).as(visitor.text()).isEqualTo(200);
		assertThat(visitor.text()).contains("Add this certificate to", "CN=old", "unchanged");
	}

	private static void finished(Visitor visitor) {
		String operation = visitor.path();
		assertThat(operation).as(visitor.text()).startsWith("/operations/");
		Poll.until("it is finished", PATIENCE, () -> visitor.open(operation).text().contains("Finished"));
	}

	/**
	 * Holds a reading of the certificates from the next one on: 1 is that of the page, 2
	 * comes right before the write and 3 after it.
	 */
	private static void holdReading(int number) {
		controls.fault("""
				{"rules":[{"kind":"THROTTLE","method":"GET","path":"/applications/%s$","skip":%d,"delay":240000,
				"query":"select=id,keyCredentials","retryAfter":0}]}""".formatted(application, number - 1));
	}

	private static void held() {
		Poll.until("the reading is held", PATIENCE, controls::everyRuleHoldsOne);
	}

	/** So that every copy of the directory shows what was written. */
	private static void aMinuteGoesBy() {
		JdbcClient jdbc = portal.bean(JdbcClient.class);
		OffsetDateTime earlier = OffsetDateTime.now().minusMinutes(1);
		jdbc.sql("update operation set changed_at = :earlier").param("earlier", earlier).update();
		jdbc.sql("update operation_target set written_at = :earlier where written is not null")
			.param("earlier", earlier)
			.update();
	}

}
