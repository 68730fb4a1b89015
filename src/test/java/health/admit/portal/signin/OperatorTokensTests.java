package health.admit.portal.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

class OperatorTokensTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private final Delegation ada = new Delegation(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

	private final Grants grants = mock(Grants.class);

	private final TokenEndpoint endpoint = mock(TokenEndpoint.class);

	private final OperatorTokens tokens = new OperatorTokens(this.grants, this.endpoint,
			Clock.fixed(NOW, ZoneOffset.UTC));

	@BeforeEach
	void signedIn() {
		stored(null);
	}

	@Test
	void tokenForAzureComesForTheRefreshTokenAndLeavesThatOfGraphAlone() {
		given(this.endpoint.resourceManager("refresh")).willReturn(new ManagementToken("azure", NOW.plusSeconds(3600)));
		assertThat(this.tokens.resourceManager(this.ada)).isEqualTo("azure");
		ArgumentCaptor<GrantTokens> kept = ArgumentCaptor.captor();
		verify(this.grants).replace(any(), any(), kept.capture());
		assertThat(kept.getValue().access()).isEqualTo("graph");
		assertThat(kept.getValue().refresh()).isEqualTo("refresh");
		assertThat(kept.getValue().granted()).contains(DelegatedScope.AZURE, DelegatedScope.USER_READ);
		assertThat(kept.getValue().toString()).doesNotContain("azure", "refresh=");
	}

	@Test
	void tokenThatIsGoodIsUsedAgainAndOneAboutToEndIsNot() {
		stored(new ManagementToken("kept", NOW.plusSeconds(600)));
		assertThat(this.tokens.resourceManager(this.ada)).isEqualTo("kept");
		stored(new ManagementToken("ending", NOW.plusSeconds(30)));
		given(this.endpoint.resourceManager("refresh")).willReturn(new ManagementToken("fresh", NOW.plusSeconds(3600)));
		assertThat(this.tokens.resourceManager(this.ada)).isEqualTo("fresh");
	}

	@Test
	void missingConsentLeadsToSignInForAzureAlone() {
		refuse("invalid_grant", "AADSTS65001: The user or administrator has not consented", null);
		assertThatExceptionOfType(StepUpRequired.class).isThrownBy(() -> this.tokens.resourceManager(this.ada))
			.satisfies((wanted) -> assertThat(wanted.scopes()).containsExactly(DelegatedScope.AZURE));
	}

	@Test
	void anotherFactorIsAskedForWithItsClaims() {
		refuse("invalid_grant", "AADSTS50076: multi-factor", "{}");
		assertThatExceptionOfType(StepUpRequired.class).isThrownBy(() -> this.tokens.resourceManager(this.ada))
			.satisfies((wanted) -> assertThat(wanted.claims()).isEqualTo("{}"));
	}

	@Test
	void azureThatIsClosedToSomebodyDoesNotEndTheSession() {
		refuse("invalid_grant", "AADSTS53003: Access has been blocked by Conditional Access policies", null);
		assertThatExceptionOfType(TokensRefused.class).isThrownBy(() -> this.tokens.resourceManager(this.ada));
		verify(this.grants, never()).end(any());
	}

	@Test
	void forgettingDropsBothTokensAndKeepsTheSignIn() {
		stored(new ManagementToken("kept", NOW.plusSeconds(600)));
		this.tokens.forget(this.ada);
		ArgumentCaptor<GrantTokens> left = ArgumentCaptor.captor();
		verify(this.grants).replace(any(), any(), left.capture());
		assertThat(left.getValue().management()).isNull();
		assertThat(left.getValue().access()).isNull();
		assertThat(left.getValue().refresh()).isEqualTo("refresh");
	}

	private void stored(ManagementToken azure) {
		GrantTokens kept = new GrantTokens("graph", NOW.plusSeconds(3600), "refresh", Set.of("User.Read"), azure);
		given(this.grants.find(this.ada)).willReturn(Optional.of(new Grants.Stored(kept, 1)));
	}

	private void refuse(String error, String description, String claims) {
		given(this.endpoint.resourceManager(any()))
			.willThrow(new OAuth2AuthorizationException(new EntraError(error, description, claims)));
	}

}
