package health.admit.portal.doctor;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceAnswerTests {

	@Test
	void whatCurlSaysBetweenHeadersIsNoBody() {
		ServiceAnswer answer = ServiceAnswer.in("""
				> GET /fhir/Patient HTTP/1.1
				{ [122 bytes data]
				< HTTP/1.1 401 Unauthorized
				} [5 bytes data]
				< WWW-Authenticate: Bearer error="invalid_token", error_description="audience"
				<
				{"issue":[]}""");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenges()).singleElement().asString().contains("invalid_token");
		assertThat(answer.body()).contains("{\"issue\":[]}").doesNotContain("bytes data");
	}

}
