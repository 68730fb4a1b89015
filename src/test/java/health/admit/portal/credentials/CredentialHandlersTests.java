package health.admit.portal.credentials;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.cloud.SecretValue;
import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.Done;
import health.admit.portal.directory.FederatedCredential;
import health.admit.portal.directory.IssuedSecret;
import health.admit.portal.directory.RedirectUris;
import health.admit.portal.directory.SecretSummary;
import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepOutcome;
import health.admit.portal.operation.Undoing;
import health.admit.portal.signin.DelegatedScope;
import health.admit.support.StepCalls;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

class CredentialHandlersTests {

	private static final UUID APPLICATION = UUID.randomUUID();

	private static final Instant END = Instant.parse("2027-05-23T00:00:00Z");

	private static final UUID KEPT = UUID.randomUUID();

	private static final UUID STRAY = UUID.randomUUID();

	private static final String MARKED = "Viewer · admit:" + StepCalls.OPERATION + ":";

	private static final FederatedCredential GITHUB = new FederatedCredential("github-main", "https://issuer.example",
			"repo:a/b", "api://AzureADTokenExchange", null);

	private final Directory directory = mock(Directory.class);

	private final SecretCreation secrets = new SecretCreation((delegation) -> this.directory);

	private final FederationCreation federation = new FederationCreation((delegation) -> this.directory);

	private final PlannedStep secret = CredentialSteps.secret("Viewer", null, END);

	@Test
	void aSecretCarriesTheMarkerOfItsAttempt() {
		given(this.directory.addSecret(eq(APPLICATION), eq(MARKED + 2), eq(null), eq(END), any()))
			.willReturn(StepCalls.success(new IssuedSecret(KEPT, "7Q~", null, END, new SecretValue("7Q~canary"))));
		StepOutcome.Applied applied = (StepOutcome.Applied) this.secrets.apply(call(this.secret, 2));
		assertThat(applied.facts()).containsOnly(Map.entry("secretKeyId", KEPT.toString()),
				Map.entry("secretEnd", END.toString()), Map.entry("secretHint", "7Q~"));
		assertThat(applied.secret().reveal()).isEqualTo("7Q~canary");
		assertThat(applied.toString()).doesNotContain("canary");
	}

	@Test
	void anApplicationThatIsNotSeenYetIsWaitedFor() {
		addSecretAnswers(StepCalls.failure(404, "Request_ResourceNotFound", "Resource does not exist"));
		assertThat(this.secrets.apply(call(this.secret, 1))).isInstanceOf(StepOutcome.NotYet.class);
	}

	@Test
	void whatThePolicyForbidsIsNotTriedAgain() {
		addSecretAnswers(StepCalls.failure(400, "CredentialInvalidLifetimeAsPerAppPolicy", "too long"));
		assertThat(this.secrets.apply(call(this.secret, 1))).isInstanceOfSatisfying(StepOutcome.Refused.class,
				(refused) -> assertThat(refused.code()).isEqualTo("CredentialInvalidLifetimeAsPerAppPolicy"));
	}

	@Test
	void anAnswerThatMayHideASecretIsUnknown() {
		addSecretAnswers(StepCalls.failure(503, "serviceNotAvailable", ""));
		assertThat(this.secrets.apply(call(this.secret, 1))).isInstanceOf(StepOutcome.Unknown.class);
		addSecretAnswers(StepCalls.failure(504, "", ""));
		assertThat(this.secrets.apply(call(this.secret, 1))).isInstanceOf(StepOutcome.Unknown.class);
		addSecretAnswers(StepCalls.silence(true));
		assertThat(this.secrets.apply(call(this.secret, 1))).isInstanceOf(StepOutcome.Unknown.class);
		addSecretAnswers(StepCalls.silence(false));
		assertThat(this.secrets.apply(call(this.secret, 1))).isInstanceOf(StepOutcome.NotYet.class);
	}

	@Test
	void aLostSecretIsNeverAdopted() {
		assertThat(this.secrets.reconcile(call(this.secret, 1))).isInstanceOf(StepOutcome.NotYet.class);
		then(this.directory).shouldHaveNoInteractions();
	}

	@Test
	void strayOnesAreRemovedOneByOneAndOthersLeftAlone() {
		given(this.directory.application(APPLICATION)).willReturn(
				Optional.of(application(named(KEPT, MARKED + 2), named(STRAY, MARKED + 1),
						named(UUID.randomUUID(), "Viewer · admit:" + UUID.randomUUID() + ":1"),
						named(UUID.randomUUID(), null))),
				Optional.of(application(named(KEPT, MARKED + 2))), Optional.empty());
		given(this.directory.removeSecret(any(), any(), any())).willReturn(StepCalls.success(new Done()));
		StepCall call = settling();
		assertThat(this.secrets.settle(call)).isFalse();
		then(this.directory).should().removeSecret(APPLICATION, STRAY, call.clientRequestId());
		assertThat(this.secrets.settle(settling())).isTrue();
		assertThat(this.secrets.settle(settling())).as("a copy that lacks the application proves nothing").isFalse();
		then(this.directory).should(never()).removeSecret(any(), eq(KEPT), any());
	}

	@Test
	void federationIsAppliedAdoptedOrRefused() {
		PlannedStep step = CredentialSteps.federation(GITHUB);
		given(this.directory.addFederatedCredential(eq(APPLICATION), eq(GITHUB), any())).willReturn(
				StepCalls.success(new Done()), StepCalls.failure(409, "Request_MultipleObjectsWithSameKeyValue", ""),
				StepCalls.failure(409, "Request_MultipleObjectsWithSameKeyValue", ""),
				StepCalls.failure(404, "Request_ResourceNotFound", ""),
				StepCalls.failure(400, "InvalidFederatedIdentityCredentialValue", "not allowed"));
		given(this.directory.federatedCredentials(APPLICATION)).willReturn(List.of(GITHUB), List.of(), List.of(GITHUB),
				List.of());
		assertThat(this.federation.apply(call(step, 1))).isInstanceOf(StepOutcome.Applied.class);
		assertThat(this.federation.apply(call(step, 1))).as("there").isInstanceOf(StepOutcome.Applied.class);
		assertThat(this.federation.apply(call(step, 1))).as("taken").isInstanceOf(StepOutcome.Refused.class);
		assertThat(this.federation.apply(call(step, 1))).isInstanceOf(StepOutcome.NotYet.class);
		assertThat(this.federation.apply(call(step, 1))).isInstanceOf(StepOutcome.Refused.class);
		assertThat(this.federation.reconcile(call(step, 1))).isInstanceOf(StepOutcome.Applied.class);
		assertThat(this.federation.reconcile(call(step, 1))).isInstanceOf(StepOutcome.NotYet.class);
	}

	@Test
	void whatWasMadeIsTakenAwayAndGoneCountsAsDone() {
		Map<String, String> facts = Map.of("applicationObjectId", APPLICATION.toString(), "secretKeyId",
				KEPT.toString());
		PlannedStep removal = removal(new SecretUndo().undo(new MadeStep(StepCalls.OPERATION, this.secret, facts)));
		given(this.directory.removeSecret(eq(APPLICATION), eq(KEPT), any())).willReturn(StepCalls.success(new Done()),
				StepCalls.failure(404, "Request_ResourceNotFound", ""),
				StepCalls.failure(400, "Request_BadRequest", "No password credential found with keyId 'x'."),
				StepCalls.failure(400, "Request_BadRequest", "Something else"), StepCalls.silence(true));
		SecretRemoval secrets = new SecretRemoval((delegation) -> this.directory);
		assertThat(secrets.apply(without(removal))).isInstanceOf(StepOutcome.Applied.class);
		assertThat(secrets.apply(without(removal))).as("application gone").isInstanceOf(StepOutcome.Applied.class);
		assertThat(secrets.apply(without(removal))).as("secret gone").isInstanceOf(StepOutcome.Applied.class);
		assertThat(secrets.apply(without(removal))).isInstanceOf(StepOutcome.Refused.class);
		assertThat(secrets.apply(without(removal))).isInstanceOf(StepOutcome.Unknown.class);
		removal = removal(new FederationUndo()
			.undo(new MadeStep(StepCalls.OPERATION, CredentialSteps.federation(GITHUB), facts)));
		given(this.directory.removeFederatedCredential(eq(APPLICATION), eq("github-main"), any()))
			.willReturn(StepCalls.success(new Done()), StepCalls.failure(404, "Request_ResourceNotFound", ""));
		FederationRemoval federations = new FederationRemoval((delegation) -> this.directory);
		assertThat(federations.apply(without(removal))).isInstanceOf(StepOutcome.Applied.class);
		assertThat(federations.apply(without(removal))).isInstanceOf(StepOutcome.Applied.class);
	}

	@Test
	void aSecretThatNobodyCanNameGoesWithTheApplication() {
		Map<String, String> facts = Map.of("applicationObjectId", APPLICATION.toString());
		assertThat(new SecretUndo().undo(new MadeStep(StepCalls.OPERATION, this.secret, facts)))
			.contains(new Undoing.Untouched("credentials.undo.along"));
	}

	private static PlannedStep removal(Optional<Undoing> undoing) {
		return undoing.flatMap(Undoing::removal).orElseThrow();
	}

	private static StepCall without(PlannedStep removal) {
		return StepCalls.call(removal, 1, Map.of());
	}

	@Test
	void stepsNameTheScopesTheyNeed() {
		assertThat(CredentialSteps.scopesFor(this.secret)).containsExactly(DelegatedScope.APPLICATION_WRITE);
		assertThat(CredentialSteps.scopesFor(new PlannedStep("other", PlannedStep.Verb.KEEP, "", "", Map.of())))
			.isEmpty();
	}

	private void addSecretAnswers(health.admit.portal.cloud.Answer<IssuedSecret> answer) {
		given(this.directory.addSecret(any(), any(), any(), any(), any())).willReturn(answer);
	}

	private static StepCall call(PlannedStep step, int attempt) {
		return StepCalls.call(step, attempt, Map.of("applicationObjectId", APPLICATION.toString()));
	}

	private StepCall settling() {
		return StepCalls.call(this.secret, 3,
				Map.of("applicationObjectId", APPLICATION.toString(), "secretKeyId", KEPT.toString()));
	}

	private static SecretSummary named(UUID keyId, String name) {
		return new SecretSummary(keyId, name, null, null, END);
	}

	private static ApplicationRecord application(SecretSummary... secrets) {
		return new ApplicationRecord(APPLICATION, UUID.randomUUID(), "Viewer", null, "AzureADMyOrg", null, null, null,
				null, new RedirectUris(List.of(), List.of(), List.of()), null, List.of(secrets), List.of(), List.of());
	}

}
