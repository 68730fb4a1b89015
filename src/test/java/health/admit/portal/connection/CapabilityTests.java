package health.admit.portal.connection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CapabilityTests {

	@Test
	void whatComesBeforeTheCutIsRead() {
		Capability capability = Capability
			.of("""
					{"resourceType":"CapabilityStatement","software":{"name":"Server","version":"1.2"},"fhirVersion":"4.0.1",
					"rest":[{"mode":"server","security":{"extension":[{"url":"http://fhir-registry/oauth-uris","extension":[
					{"url":"authorize","valueUri":"https://login.example/authorize"},
					{"url":"token","valueUri":"https://login.example/token"}]}]},"resource":[{"type":"Pati""");
		assertThat(capability).isEqualTo(new Capability("4.0.1", "Server 1.2", "https://login.example/token"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "<html></html>", "{\"resourceType\":\"Patient\"}",
			"{\"contained\":[{\"resourceType\":\"CapabilityStatement\"}]}", "{\"resourceType\":", "\u0000" })
	void whatIsNoStatementIsNone(String body) {
		assertThat(Capability.of(body)).isNull();
	}

	@Test
	void deepNestingIsNoWayToStopThePortal() {
		assertThat(Capability.of("{\"resourceType\":\"CapabilityStatement\",\"x\":" + "[".repeat(60_000))).isNotNull();
	}

}
