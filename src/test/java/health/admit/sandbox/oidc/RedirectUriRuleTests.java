package health.admit.sandbox.oidc;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedirectUriRuleTests {

	@ParameterizedTest
	@CsvSource({ "https://a.example/cb, https://a.example/cb", "http://localhost/cb, http://localhost:4711/cb",
			"http://localhost:3000, http://localhost:4711/", "http://127.0.0.1:1/cb, http://127.0.0.1:2/cb",
			"https://a.example, https://a.example/", "msal1://auth, msal1://auth",
			"https://A.example/cb, https://a.example/cb", "https://a.example/cb?x=1, https://a.example/cb?x=1" })
	void matches(String registered, String given) {
		assertThat(RedirectUriRule.matches(registered, given)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "https://a.example/cb, https://a.example/CB", "https://a.example/cb, https://a.example/cb/",
			"https://a.example/cb, https://a.example:8443/cb", "https://a.example/cb, http://a.example/cb",
			"https://a.example/cb, https://a.example/cb?x=1", "https://a.example/cb, https://a.example/cb#x",
			"http://localhost/cb, http://user@localhost/cb", "http://localhost/cb, https://localhost/cb",
			"http://localhost/cb, http://127.0.0.1/cb", "http://localhost/cb, http://localhost.evil.example/cb",
			"https://a.example/cb, 'https://a.example/cb x'", "msal1://auth, msal1://auth/x" })
	void differs(String registered, String given) {
		assertThat(RedirectUriRule.matches(registered, given)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "https://a.example/cb?x=1, https://a.example", "http://localhost:3000/cb, http://localhost:3000",
			"msal1://auth, msal1:" })
	void namesTheSourceForThePolicyOfThePage(String uri, String source) {
		assertThat(RedirectUriRule.source(uri)).isEqualTo(source);
	}

}
