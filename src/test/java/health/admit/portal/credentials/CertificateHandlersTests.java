package health.admit.portal.credentials;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import health.admit.portal.cloud.Answer;
import health.admit.portal.cloud.CallTrace;
import health.admit.portal.directory.CertificateKey;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.DirectoryRefused;
import health.admit.portal.directory.DirectoryUnavailable;
import health.admit.portal.directory.Done;
import health.admit.portal.operation.LastWrites;
import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.Plan;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler.Repetition;
import health.admit.portal.operation.StepOutcome;
import health.admit.portal.operation.Undoing;
import health.admit.support.StepCalls;
import health.admit.support.TestCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

class CertificateHandlersTests {

	private static final UUID APPLICATION = UUID.randomUUID();

	private static final UUID OWN = CertificateSteps.keyId(StepCalls.OPERATION);

	private static final CallTrace TRACE = new CallTrace(UUID.randomUUID(), "request-1");

	private final Directory directory = mock(Directory.class);

	private final LastWrites lastWrites = mock(LastWrites.class);

	private final CertificateReader reader = new CertificateReader(Clock.systemUTC());

	private final CertificateCollection certificates = new CertificateCollection((delegation) -> this.directory,
			this.lastWrites);

	private final CertificateAddition addition = new CertificateAddition(this.certificates, this.reader);

	private final CertificateCheck check = new CertificateCheck(this.certificates);

	private final CertificateRemoval removal = new CertificateRemoval(this.certificates);

	private final CertificateDetails mine = this.reader.known(TestCertificate.create("CN=mine").der());

	private final CertificateKey old = held("CN=old");

	private final Plan plan = CertificateSteps.add(APPLICATION, "Viewer", this.mine,
			HeldCertificates.of(List.of(this.old)));

	@BeforeEach
	void allShown() {
		given(this.lastWrites.areShown(any(), any())).willReturn(true);
		given(this.lastWrites.send(any(), any(), any()))
			.willAnswer((call) -> call.<Supplier<Answer<Done>>>getArgument(2).get());
		given(this.directory.replaceCertificates(any(), any(), any())).willReturn(StepCalls.success(new Done()));
		there(this.old);
	}

	@Test
	void certificateIsSentWithThoseThatAreThere() {
		StepOutcome.Applied applied = (StepOutcome.Applied) this.addition.apply(adding());
		assertThat(applied.facts()).containsOnly(Map.entry("certificateThumbprint", this.mine.sha1()),
				Map.entry("certificateEnd", this.mine.notAfter().toString()),
				Map.entry("certificateKeyId", OWN.toString()), Map.entry("certificateMade", "true"));
		List<CertificateKey> sent = sent();
		assertThat(sent.get(0)).as("as it was read").isSameAs(this.old);
		assertThat(sent.get(1).keyId()).isEqualTo(OWN);
		assertThat(sent.get(1).der()).isEqualTo(this.mine.der());
		then(this.lastWrites).should().send(any(), eq(HeldCertificates.of(sent).fingerprint()), any());
		assertThat(this.addition.repetition()).isEqualTo(Repetition.WHEN_ABSENT);
	}

	@Test
	void othersThanThoseThatWereSeenAreLeftAlone() {
		there();
		assertThat(this.addition.apply(adding())).isInstanceOfSatisfying(StepOutcome.Refused.class,
				(refused) -> assertThat(refused.code()).isEqualTo("CertificatesChanged"));
		there(this.old, held("CN=other"));
		assertThat(this.addition.apply(adding())).isInstanceOf(StepOutcome.Refused.class);
		then(this.directory).should(never()).replaceCertificates(any(), any(), any());
	}

	@Test
	void copyThatLacksTheLastWriteIsNotWrittenOn() {
		given(this.lastWrites.areShown(any(), any())).willReturn(false);
		assertThat(this.addition.apply(adding())).isInstanceOfSatisfying(StepOutcome.NotYet.class,
				(notYet) -> assertThat(notYet.waitingFor()).isEqualTo("operation.wait.last-write"));
		assertThat(this.removal.apply(removing(this.old.keyId()))).isInstanceOf(StepOutcome.NotYet.class);
		there(this.old, mineAs(OWN));
		assertThat(this.addition.apply(adding())).as("may be gone again").isInstanceOf(StepOutcome.NotYet.class);
		assertThat(this.addition.reconcile(adding())).isInstanceOf(StepOutcome.NotYet.class);
		then(this.directory).should(never()).replaceCertificates(any(), any(), any());
	}

	@Test
	void certificateThatIsThereIsAdoptedAndItsOriginRemembered() {
		there(this.old, mineAs(OWN));
		assertThat(facts(this.addition.reconcile(adding()))).containsEntry("certificateMade", "true");
		UUID others = UUID.randomUUID();
		there(this.old, mineAs(others));
		assertThat(facts(this.addition.apply(adding()))).containsEntry("certificateMade", "false")
			.containsEntry("certificateKeyId", others.toString());
		there(this.old);
		assertThat(this.addition.reconcile(adding())).isInstanceOf(StepOutcome.NotYet.class);
		then(this.directory).should(never()).replaceCertificates(any(), any(), any());
	}

	@Test
	void answersAreReadAsElsewhere() {
		assertThat(answered(StepCalls.silence(true))).isInstanceOf(StepOutcome.Unknown.class);
		assertThat(answered(StepCalls.silence(false))).isInstanceOf(StepOutcome.NotYet.class);
		assertThat(answered(StepCalls.failure(503, "", ""))).isInstanceOf(StepOutcome.Unknown.class);
		assertThat(answered(StepCalls.failure(404, "", ""))).isInstanceOf(StepOutcome.NotYet.class);
		assertThat(answered(StepCalls.failure(401, "", ""))).isInstanceOf(StepOutcome.NeedsSignIn.class);
		assertThat(answered(StepCalls.failure(403, "OwnRegistration", ""))).isInstanceOf(StepOutcome.Refused.class);
		assertThat(answered(StepCalls.failure(409, "Directory_ConcurrencyViolation", "")))
			.isInstanceOf(StepOutcome.NotYet.class);
	}

	@Test
	void whatCannotBeReadSendsNothing() {
		given(this.directory.certificateKeys(APPLICATION))
			.willThrow(new DirectoryUnavailable("reset", TRACE, new IllegalStateException()));
		assertThat(
				List.of(this.addition.apply(adding()), this.check.apply(checking()), this.removal.apply(removing(OWN))))
			.allSatisfy((outcome) -> assertThat(outcome).isInstanceOfSatisfying(StepOutcome.NotYet.class,
					(notYet) -> assertThat(notYet.waitingFor()).isEqualTo("operation.wait.unreachable")));
	}

	@Test
	void whatSomebodyElseDidIsNamed() {
		there(this.old, mineAs(OWN));
		assertThat(facts(this.check.apply(checking()))).containsOnlyKeys("certificateKeyId");
		there(held("CN=stranger"), mineAs(OWN));
		Map<String, String> facts = facts(this.check.apply(checking()));
		assertThat(facts.get("warning.certificates-missing")).startsWith("CN=old (");
		assertThat(facts.get("warning.certificates-appeared")).startsWith("CN=stranger (").doesNotContain("mine");
		then(this.directory).should(never()).replaceCertificates(any(), any(), any());
	}

	@Test
	void copyThatLacksTheOwnOneIsAskedAgainAndWhatItShowsIsKept() {
		given(this.lastWrites.areShown(any(), any())).willReturn(false);
		there(held("CN=stranger"));
		StepOutcome.NotYet notYet = (StepOutcome.NotYet) this.check.apply(checking());
		assertThat(notYet.waitingFor()).isEqualTo("operation.wait.replication");
		assertThat(notYet.facts().get("warning.certificates-covered")).startsWith("CN=stranger");
		assertThat(notYet.facts()).as("an old copy may lack anything").hasSize(1);
		given(this.lastWrites.areShown(any(), any())).willReturn(true);
		assertThat(this.check.apply(checking())).isInstanceOfSatisfying(StepOutcome.Refused.class,
				(refused) -> assertThat(refused.code()).isEqualTo("CertificateGone"));
	}

	@Test
	void undoTakesAwayTheOneThatWasAddedAndNoOther() {
		there(this.old, mineAs(OWN));
		PlannedStep undo = new CertificateUndo().undo(made(Map.of("certificateMade", "true")))
			.flatMap(Undoing::removal)
			.orElseThrow();
		assertThat(this.removal.apply(StepCalls.call(undo, 1, Map.of()))).isInstanceOf(StepOutcome.Applied.class);
		assertThat(sent()).containsExactly(this.old);
		there(this.old);
		assertThat(this.removal.apply(StepCalls.call(undo, 1, Map.of()))).as("gone already")
			.isInstanceOf(StepOutcome.Applied.class);
		given(this.directory.certificateKeys(APPLICATION))
			.willThrow(new DirectoryRefused(404, "Request_ResourceNotFound", "", TRACE));
		assertThat(this.removal.apply(StepCalls.call(undo, 1, Map.of()))).as("application gone")
			.isInstanceOf(StepOutcome.Applied.class);
		assertThat(new CertificateUndo().undo(made(Map.of("certificateMade", "false"))))
			.contains(new Undoing.Untouched("credentials.undo.certificate"));
		assertThat(new CertificateCheckUndo().undo(made(Map.of()))).isEmpty();
	}

	private StepOutcome answered(Answer<Done> answer) {
		given(this.directory.replaceCertificates(any(), any(), any())).willReturn(answer);
		return this.addition.apply(adding());
	}

	private void there(CertificateKey... keys) {
		given(this.directory.certificateKeys(APPLICATION)).willReturn(new ArrayList<>(List.of(keys)));
	}

	private List<CertificateKey> sent() {
		ArgumentCaptor<List<CertificateKey>> sent = ArgumentCaptor.captor();
		then(this.directory).should().replaceCertificates(eq(APPLICATION), sent.capture(), any());
		return sent.getValue();
	}

	private StepCall adding() {
		return StepCalls.call(this.plan.steps().get(0), 1, Map.of());
	}

	private StepCall checking() {
		return StepCalls.call(this.plan.steps().get(1), 1, Map.of());
	}

	private static StepCall removing(UUID keyId) {
		return StepCalls.call(CertificateSteps.remove(APPLICATION.toString(), keyId.toString(), "old"), 1, Map.of());
	}

	private MadeStep made(Map<String, String> facts) {
		return new MadeStep(StepCalls.OPERATION, this.plan.steps().get(0), facts);
	}

	private CertificateKey mineAs(UUID keyId) {
		return new CertificateKey(keyId, "CN=mine", this.mine.der(), this.mine.notBefore(), this.mine.notAfter());
	}

	private static CertificateKey held(String name) {
		TestCertificate certificate = TestCertificate.create(name);
		return new CertificateKey(UUID.randomUUID(), name, certificate.der(), Instant.EPOCH, Instant.now());
	}

	private static Map<String, String> facts(StepOutcome outcome) {
		return ((StepOutcome.Applied) outcome).facts();
	}

}
