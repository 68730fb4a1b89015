package health.admit.portal.signin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReturnPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/registrations", "/registrations/7b1f/credentials?x=1&y=a%20b", "/a#top" })
	void pagesOfThePortalStay(String path) {
		assertThat(ReturnPath.of(path)).isEqualTo(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "registrations", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil",
			"https://evil.example", "https:evil.example", "javascript:alert(1)", "/\t/evil.example",
			"/%09/evil.example", "/%5cevil.example", "/%2f%2fevil.example\r\nX: y", "/%0d%0aSet-Cookie:a=b", "/ /evil",
			"/signin?to=/signin", "/signout", "/oauth2/authorization/entra", "/login/oauth2/code/entra",
			"/%2fevil.example" })
	void everythingElseLeadsHome(String path) {
		assertThat(ReturnPath.of(path)).isEqualTo("/");
	}

	@Test
	void nothingAndTooMuchLeadHome() {
		assertThat(ReturnPath.of(null)).isEqualTo("/");
		assertThat(ReturnPath.of("/" + "a".repeat(2000))).isEqualTo("/");
	}

}
