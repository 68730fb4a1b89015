package health.admit.sandbox.oidc;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuthorizeAnswerTests {

	@ParameterizedTest
	@CsvSource({ "https://a.example, QUERY, https://a.example/?state=a%20%26%23",
			"https://a.example/cb, QUERY, https://a.example/cb?state=a%20%26%23",
			"https://a.example/cb?x=1, QUERY, https://a.example/cb?x=1&state=a%20%26%23",
			"https://a.example/cb, FRAGMENT, https://a.example/cb#state=a%20%26%23",
			"msal1://auth, QUERY, msal1://auth/?state=a%20%26%23" })
	void leadsBackToTheClient(String redirectUri, ResponseMode mode, String location) {
		assertThat(new AuthorizeAnswer(redirectUri, mode, Map.of("state", "a &#")).location()).isEqualTo(location);
	}

}
