package health.admit.portal.credentials;

import java.util.Map;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.Done;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler.Repetition;
import health.admit.portal.operation.StepOutcome;
import health.admit.portal.signin.DelegatedScope;
import health.admit.support.StepCalls;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class SecretRemovalTests {

	private static final UUID APPLICATION = UUID.randomUUID();

	private static final UUID SECRET = UUID.randomUUID();

	private final Directory directory = mock(Directory.class);

	private final SecretRemoval removal = new SecretRemoval((delegation) -> this.directory);

	private final StepCall call = StepCalls.call(CredentialSteps.removal(APPLICATION, SECRET), 1, Map.of());

	@Test
	void theNamedSecretIsRemovedAndNoOther() {
		assertThat(outcome(StepCalls.success(new Done()))).isInstanceOf(StepOutcome.Applied.class);
		assertThat(this.removal.repetition()).isEqualTo(Repetition.IDEMPOTENT);
		assertThat(CredentialSteps.scopesFor(this.call.step())).containsExactly(DelegatedScope.APPLICATION_WRITE);
	}

	@Test
	void whatIsGoneAlreadyCountsAsRemoved() {
		assertThat(outcome(StepCalls.failure(404, "Request_ResourceNotFound", "does not exist")))
			.isInstanceOf(StepOutcome.Applied.class);
		assertThat(outcome(StepCalls.failure(400, "Request_BadRequest",
				"No password credential found with keyId '" + SECRET + "'.")))
			.isInstanceOf(StepOutcome.Applied.class);
	}

	@Test
	void whatMayHelpIsTriedAgainAndNothingElse() {
		assertThat(outcome(StepCalls.failure(400, "Request_BadRequest", "something else")))
			.isInstanceOf(StepOutcome.Refused.class);
		assertThat(outcome(StepCalls.failure(403, "OwnRegistration", "own"))).isInstanceOf(StepOutcome.Refused.class);
		assertThat(outcome(StepCalls.failure(401, "", ""))).isInstanceOf(StepOutcome.NeedsSignIn.class);
		assertThat(outcome(StepCalls.failure(503, "", ""))).isInstanceOf(StepOutcome.Unknown.class);
		assertThat(outcome(StepCalls.silence(true))).isInstanceOf(StepOutcome.Unknown.class);
		assertThat(outcome(StepCalls.silence(false))).isInstanceOf(StepOutcome.NotYet.class);
	}

	private StepOutcome outcome(Answer<Done> answer) {
		given(this.directory.removeSecret(APPLICATION, SECRET, this.call.clientRequestId())).willReturn(answer);
		return this.removal.apply(this.call);
	}

}
