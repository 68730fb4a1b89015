package health.admit.sandbox.oidc;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScopeRequestTests {

	@Test
	void bareNamesMeanGraphAndOidcScopesStandApart() {
		ScopeRequest request = ScopeRequest.parse("openid  User.Read offline_access");
		assertThat(request.oidc()).containsExactly("openid", "offline_access");
		assertThat(request.byAudience()).isEqualTo(Map.of(ScopeRequest.GRAPH, Set.of("User.Read")));
	}

	@Test
	void theLastSlashEndsTheResource() {
		assertThat(ScopeRequest.parse("api://lab/v1/Read api://lab/v1/Write").byAudience())
			.isEqualTo(Map.of("api://lab/v1", Set.of("Read", "Write")));
	}

	@Test
	void twoSlashesKeepOneInTheAudience() {
		assertThat(ScopeRequest.parse("https://management.azure.com//.default").byAudience())
			.containsOnlyKeys("https://management.azure.com/");
		assertThat(ScopeRequest.ofResource("https://management.azure.com/").byAudience())
			.containsOnlyKeys("https://management.azure.com/");
	}

	@Test
	void aTokenIsForTheFirstResource() {
		assertThat(ScopeRequest.parse("openid User.Read https://a.example/x").firstResource().byAudience())
			.containsOnlyKeys(ScopeRequest.GRAPH);
	}

	@ParameterizedTest
	@ValueSource(strings = { "launch/patient", "https://a.example/", "User.Read .default",
			"https://a.example/.default https://b.example/read", "1-2-3-4-5/.default" })
	void nonsenseIsRefused(String scope) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> ScopeRequest.parse(scope))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(70011));
	}

}
