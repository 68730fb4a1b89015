package health.admit.portal.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import health.admit.portal.cloud.SecretValue;
import health.admit.portal.doctor.Cause;
import health.admit.support.TestCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionTestTests {

	private final Scene scene = new Scene();

	@Test
	void aClientThatWorksPassesEveryStepInOrder() {
		this.scene.tokenAnswers.add(Scene.token(Scene.FHIR));
		this.scene.probes.add(Scene.bundle());
		Report report = this.scene.run(Scene.secret());
		assertThat(report.phase()).isEqualTo(Phase.PASSED);
		assertThat(report.steps()).extracting(StepReport::state).containsOnly(StepState.PASSED);
		assertThat(this.scene.asked).containsExactly("GET /metadata", "GET /Patient?_summary=count",
				"token for " + Scene.FHIR + "/.default", "token for " + Scene.FHIR + "/.default",
				"GET /Patient?_summary=count with a token");
		assertThat(report.step(Step.REACH).received()).contains(new Fact(Fact.Kind.FHIR_VERSION, "4.0.1"),
				new Fact(Fact.Kind.SOFTWARE, "Azure FHIR 4.0.700"));
		assertThat(report.step(Step.TOKEN).received()).contains(new Fact(Fact.Kind.TOKEN_PRINCIPAL, Scene.PRINCIPAL),
				new Fact(Fact.Kind.TOKEN_AUDIENCE, Scene.FHIR));
	}

	@Test
	void dicomIsAskedForItsChangeFeedAndTheAudienceIsTheOneItNames() {
		this.scene.dicom().tokenAnswers.add(Scene.token(Scene.DICOM_AUDIENCE));
		this.scene.probes.add(Scene.answered(200, Media.JSON, "[]"));
		Report report = this.scene.run(Scene.DICOM, Need.READ, Scene.secret());
		assertThat(report.phase()).isEqualTo(Phase.PASSED);
		assertThat(this.scene.asked).contains("token for " + Scene.DICOM_AUDIENCE + "/.default",
				"GET /v2/changefeed?limit=1&includemetadata=false with a token");
	}

	@Test
	void nothingOfTheCredentialOrTheTokenOrAPatientIsInTheReport() {
		this.scene.tokenAnswers.add(Scene.token(Scene.FHIR));
		this.scene.probes.add(Scene.bundle());
		this.scene.run(Scene.secret());
		String written = JsonMapper.builder().build().writeValueAsString(this.scene.reports);
		IssuedToken token = ((TokenAnswer.Given<IssuedToken>) Scene.token(Scene.FHIR)).value();
		assertThat(written).contains("client_secret=***", "Authorization: Bearer ***")
			.doesNotContain(Scene.SECRET, token.value(), "\"total\"", "41}");
	}

	@Test
	void theReportComesBackFromItsStoredFormAsItWas() {
		this.scene.tokenAnswers.add(Scene.refused(7000222, "The provided client secret keys are expired."));
		Report report = this.scene.run(Scene.secret());
		JsonMapper json = JsonMapper.builder().build();
		assertThat(json.readValue(json.writeValueAsString(report), Report.class)).isEqualTo(report);
	}

	@Test
	void aNewSecretIsWaitedForUntilTwoAnswersInARowAreGood() {
		this.scene.tokenAnswers.addAll(List.of(Scene.refused(7000215, "Invalid client secret provided."),
				Scene.token(Scene.FHIR), Scene.refused(7000215, "Invalid client secret provided."),
				Scene.token(Scene.FHIR), Scene.token(Scene.FHIR)));
		this.scene.probes.add(Scene.bundle());
		Report report = this.scene.run(Scene.secret());
		assertThat(report.phase()).isEqualTo(Phase.PASSED);
		assertThat(this.scene.asked).filteredOn((one) -> one.startsWith("token")).hasSize(5);
		assertThat(this.scene.reports).anySatisfy((one) -> {
			StepReport token = one.step(Step.TOKEN);
			assertThat(token.state()).isEqualTo(StepState.WAITING);
			assertThat(token.trouble().text()).isEqualTo(Cause.WRONG_SECRET.happened());
			assertThat(token.waitingFor().what()).isEqualTo("connection.wait.credential");
		});
	}

	@Test
	void aSecretThatStaysWrongIsReportedAfterSeventyFiveSeconds() {
		this.scene.tokenAnswers.add(Scene.refused(7000215, "Invalid client secret provided."));
		Report report = this.scene.run(Scene.secret());
		StepReport token = report.step(Step.TOKEN);
		assertThat(report.phase()).isEqualTo(Phase.FAILED);
		assertThat(Duration.ofMillis(token.millis())).isEqualTo(Patience.USUAL.credential());
		assertThat(token.trouble().code()).isEqualTo("AADSTS7000215");
		assertThat(token.trouble().words()).isEqualTo("AADSTS7000215: Invalid client secret provided.");
		assertThat(token.trouble().correlationId()).isEqualTo("22222222-0000-4000-8000-00000000000b");
		assertThat(token.trouble().traceId()).isEqualTo("11111111-0000-4000-8000-00000000000a");
		assertThat(report.step(Step.ACCESS).state()).isEqualTo(StepState.PENDING);
		assertThat(this.scene.asked).noneMatch((one) -> one.contains("with a token"));
	}

	@Test
	void theIdOfASecretIsRecognisedAtOnce() {
		this.scene.tokenAnswers.add(Scene.refused(7000215, "Invalid client secret provided."));
		Report report = this.scene.run(new Credential.Secret(new SecretValue("dddddddd-0000-4000-8000-000000000004")));
		assertThat(report.step(Step.TOKEN).trouble().text()).isEqualTo(Fault.SECRET_IS_ID.text());
		assertThat(report.step(Step.TOKEN).millis()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "7000222, SECRET_ENDED", "65001, CONSENT_MISSING", "90002, TENANT_UNKNOWN" })
	void whatTimeDoesNotMendIsReportedAtOnce(int code, Cause cause) {
		this.scene.tokenAnswers.add(Scene.refused(code, "No."));
		Report report = this.scene.run(Scene.secret());
		assertThat(report.step(Step.TOKEN).trouble().text()).isEqualTo(cause.happened());
		assertThat(report.step(Step.TOKEN).trouble().code()).isEqualTo("AADSTS" + code);
		assertThat(report.step(Step.TOKEN).millis()).isZero();
	}

	@Test
	void aNewRoleIsWaitedForAndTheRefusalIsExplainedMeanwhile() {
		this.scene.tokenAnswers.add(Scene.token(Scene.FHIR));
		this.scene.probes.addAll(List.of(Scene.forbidden(), Scene.forbidden(), Scene.bundle()));
		Report report = this.scene.run(Scene.secret());
		assertThat(report.phase()).isEqualTo(Phase.PASSED);
		assertThat(report.step(Step.ACCESS).millis()).isEqualTo(20_000);
		assertThat(this.scene.reports).anySatisfy((one) -> {
			StepReport access = one.step(Step.ACCESS);
			assertThat(access.state()).isEqualTo(StepState.WAITING);
			assertThat(access.trouble().text()).isEqualTo(Cause.ROLE_MISSING.happened());
			assertThat(access.trouble().principal()).isEqualTo(Scene.PRINCIPAL);
			assertThat(access.waitingFor().tries()).isEqualTo(2);
		});
	}

	@Test
	void aRoleThatDoesNotComeIsReportedWithThePrincipalThatNeedsIt() {
		this.scene.tokenAnswers.add(Scene.token(Scene.FHIR));
		this.scene.probes.add(Scene.forbidden());
		Report report = this.scene.run(Scene.secret());
		assertThat(report.phase()).isEqualTo(Phase.FAILED);
		assertThat(Duration.ofMillis(report.step(Step.ACCESS).millis())).isEqualTo(Patience.USUAL.role());
		assertThat(report.step(Step.ACCESS).trouble().code()).isEqualTo("HTTP 403");
	}

	@Test
	void aRoleThatNobodyGaveIsNotWaitedFor() {
		this.scene.arriving = (principal) -> false;
		this.scene.tokenAnswers.add(Scene.token(Scene.FHIR));
		this.scene.probes.add(Scene.forbidden());
		Report report = this.scene.run(Scene.secret());
		assertThat(report.phase()).isEqualTo(Phase.FAILED);
		assertThat(report.step(Step.ACCESS).millis()).isZero();
		assertThat(report.step(Step.ACCESS).trouble().text()).isEqualTo(Cause.ROLE_MISSING.happened());
		assertThat(report.step(Step.ACCESS).trouble().principal()).isEqualTo(Scene.PRINCIPAL);
	}

	@Test
	void aClosedNetworkIsNotWaitedOutWithARole() {
		this.scene.tokenAnswers.add(Scene.token(Scene.FHIR));
		this.scene.probes.add(Scene.answered(403, Media.FHIR,
				"{\"error\":\"Public network access is disabled for this resource.\"}"));
		Report report = this.scene.run(Scene.secret());
		assertThat(report.step(Step.ACCESS).millis()).isZero();
		assertThat(report.step(Step.ACCESS).trouble().text()).isEqualTo(Cause.NETWORK_CLOSED.happened());
	}

	@Test
	void whenAPersonSignsInThePersonNeedsTheRole() {
		this.scene.tokenAnswers.add(Scene.tokenOfPerson(Scene.FHIR));
		this.scene.probes.add(Scene.forbidden());
		Report report = this.scene
			.run(new Credential.Code("code-canary", "verifier-canary", "https://a.example", null, null));
		assertThat(report.step(Step.ACCESS).trouble().text()).isEqualTo(Cause.USER_ROLE_MISSING.happened());
		assertThat(this.scene.asked).containsOnlyOnce("token for " + Scene.FHIR + "/user_impersonation");
		assertThat(JsonMapper.builder().build().writeValueAsString(this.scene.reports)).doesNotContain("canary");
	}

	@Test
	void aCodeIsRedeemedWithTheCertificateOfAWebApplication() {
		this.scene.tokenAnswers.add(Scene.tokenOfPerson(Scene.FHIR));
		this.scene.probes.add(Scene.bundle());
		TestCertificate certificate = TestCertificate.create();
		Credential proof = PemReading
			.of(new String(certificate.pem(), StandardCharsets.US_ASCII) + certificate.keyPem(), "")
			.credential();
		Report report = this.scene.run(new Credential.Code("c", "v", "https://a.example", null, proof));
		assertThat(report.phase()).isEqualTo(Phase.PASSED);
		assertThat(report.step(Step.TOKEN).sent().details()).contains("grant_type=authorization_code",
				"client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion=***");
		assertThat(report.step(Step.TOKEN).received()).extracting(Fact::kind).contains(Fact.Kind.CERTIFICATE);
	}

	@Test
	void waitingEndsWhenNobodyWantsItAndTheCauseStays() {
		AtomicInteger pauses = new AtomicInteger();
		this.scene.waiting = (time) -> {
			this.scene.clock.pass(time);
			if (pauses.incrementAndGet() == 3) {
				throw new Waiting.Stopped(Phase.STOPPED);
			}
		};
		this.scene.tokenAnswers.add(Scene.token(Scene.FHIR));
		this.scene.probes.add(Scene.forbidden());
		Report report = this.scene.run(Scene.secret());
		assertThat(report.phase()).isEqualTo(Phase.STOPPED);
		assertThat(report.step(Step.ACCESS).state()).isEqualTo(StepState.FAILED);
		assertThat(report.step(Step.ACCESS).trouble().text()).isEqualTo(Cause.ROLE_MISSING.happened());
	}

	@Test
	void aTokenTheServiceDoesNotTakeIsExplainedByItsChallenge() {
		this.scene.tokenAnswers.add(Scene.token(Scene.FHIR));
		this.scene.probes.add(Scene.answered(401, Media.FHIR, "",
				"Bearer authorization_uri=\"https://login.microsoftonline.com/" + Scene.TENANT + "\", resource_id=\""
						+ Scene.FHIR + "\", error=\"invalid_token\", error_description=\"The audience is invalid\""));
		Report report = this.scene.run(Scene.secret());
		assertThat(report.step(Step.ACCESS).trouble().text()).isEqualTo(Cause.AUDIENCE_WRONG.happened());
		assertThat(report.step(Step.ACCESS).trouble().code()).isEqualTo("HTTP 401");
	}

	@Test
	void aTokenForAnotherServiceIsNeverSent() {
		this.scene.tokenAnswers.add(Scene.token("https://azurehealthcareapis.com"));
		Report report = this.scene.run(Scene.secret());
		assertThat(report.step(Step.TOKEN).trouble().text()).isEqualTo(Fault.TOKEN_FOR_OTHER.text());
		assertThat(this.scene.asked).noneMatch((one) -> one.contains("with a token"));
	}

	@Test
	void aServiceOfAnotherTenantEndsTheTestBeforeTheCredentialIsUsed() {
		this.scene.challenged = Scene.answered(401, Media.FHIR, "",
				"Bearer authorization_uri=\"https://login.microsoftonline.com/99999999-0000-4000-8000-000000000009\", resource_id=\""
						+ Scene.FHIR + "\"");
		Report report = this.scene.run(Scene.secret());
		assertThat(report.step(Step.TRUST).trouble().text()).isEqualTo(Fault.TENANT_DIFFERS.text());
		assertThat(this.scene.asked).noneMatch((one) -> one.startsWith("token"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://graph.microsoft.com", "https://graph.microsoft.com/",
			"https://GRAPH.microsoft.com/x", "https://management.azure.com/", "https://management.core.windows.net/",
			"00000003-0000-0000-c000-000000000000", "https://login.microsoftonline.com",
			"https://contoso-fhir.fhir.azurehealthcareapis.com https://graph.microsoft.com" })
	void noServiceGetsATokenForTheDirectoryOrAzure(String audience) {
		this.scene.challenged = Scene.challenge(audience);
		Report report = this.scene.run(Scene.secret());
		assertThat(report.step(Step.TRUST).trouble().text()).isEqualTo(Fault.FORBIDDEN_AUDIENCE.text());
		assertThat(this.scene.asked).noneMatch((one) -> one.startsWith("token"));
	}

	@Test
	void aServiceThatAsksNobodyForATokenIsAnAlarm() {
		this.scene.challenged = Scene.bundle();
		assertThat(this.scene.run(Scene.secret()).step(Step.TRUST).trouble().text()).isEqualTo(Fault.OPEN.text());
	}

	@Test
	void aServiceThatNamesNoAudienceIsNotGuessedAt() {
		this.scene.challenged = Scene.answered(401, Media.FHIR, "", "Bearer");
		assertThat(this.scene.run(Scene.secret()).step(Step.TRUST).trouble().text())
			.isEqualTo(Fault.NO_AUDIENCE.text());
	}

	@ParameterizedTest
	@CsvSource({ "NAME_UNKNOWN", "NOT_PUBLIC", "UNREACHABLE", "TOO_SLOW", "NOT_TRUSTED" })
	void aServiceThatIsNotThereIsNamedByItsCause(WireAnswer.Silence why) {
		this.scene.reached = new WireAnswer.Silent(why);
		Report report = this.scene.run(Scene.secret());
		assertThat(report.step(Step.REACH).trouble().text()).isEqualTo("connection.fault." + why);
		assertThat(report.step(Step.TRUST).state()).isEqualTo(StepState.PENDING);
	}

	@Test
	void whatIsNoFhirServiceIsNotTakenForOne() {
		this.scene.reached = Scene.answered(200, "text/html", "<html>CapabilityStatement</html>");
		assertThat(this.scene.run(Scene.secret()).step(Step.REACH).trouble().text()).isEqualTo(Fault.NOT_FHIR.text());
	}

	@ParameterizedTest
	@CsvSource({ "403, doctor.cause.NETWORK_CLOSED", "429, doctor.cause.SERVICE_BUSY", "500, connection.fault.BROKEN",
			"503, connection.fault.BROKEN", "404, connection.fault.NOT_FHIR" })
	void whatKeepsAFhirServiceFromAnsweringIsNotTakenForAWrongAddress(int status, String text) {
		this.scene.reached = Scene.answered(status, Media.FHIR, "{\"resourceType\":\"OperationOutcome\"}");
		Report report = this.scene.run(Scene.secret());
		assertThat(report.step(Step.REACH).trouble().text()).isEqualTo(text);
		assertThat(report.step(Step.REACH).trouble().code()).isEqualTo("HTTP " + status);
		assertThat(report.step(Step.TRUST).state()).isEqualTo(StepState.PENDING);
	}

	@ParameterizedTest
	@CsvSource({ "403, doctor.cause.NETWORK_CLOSED", "429, doctor.cause.SERVICE_BUSY", "503, connection.fault.BROKEN",
			"404, connection.fault.NOT_DICOM", "302, connection.fault.NOT_DICOM" })
	void onlyTheHealthCheckProvesThatTheAddressOfADicomServiceIsRight(int status, String text) {
		this.scene.dicom().reached = Scene.answered(status, "text/html", "");
		Report report = this.scene.run(Scene.DICOM, Need.READ, Scene.secret());
		assertThat(report.step(Step.REACH).trouble().text()).isEqualTo(text);
		assertThat(report.step(Step.REACH).trouble().code()).isEqualTo("HTTP " + status);
		assertThat(report.step(Step.TRUST).state()).isEqualTo(StepState.PENDING);
	}

	@Test
	void aConverterIsNotAskedToRead() {
		this.scene.tokenAnswers.add(Scene.token(Scene.FHIR));
		this.scene.probes.add(Scene.answered(400, Media.FHIR, "{}"));
		assertThat(this.scene.run(Scene.FHIR, Need.CONVERT, Scene.secret()).phase()).isEqualTo(Phase.PASSED);
		assertThat(this.scene.asked).contains("POST /$convert-data with a token")
			.doesNotContain("GET /Patient?_summary=count with a token");
		assertThat(JsonMapper.builder()
			.build()
			.readTree(Probes.access(health.admit.portal.cloud.HealthApi.FHIR, Need.CONVERT).body())
			.path("parameter")
			.get(0)
			.path("valueString")
			.asString()).startsWith("MSH|^~\\&|");
	}

	@Test
	void aDeviceCodeIsShownUntilThePersonHasSignedIn() {
		this.scene.tokenAnswers.addAll(List.of(Scene.refused(70016, "pending"), Scene.refused(70016, "pending"),
				Scene.tokenOfPerson(Scene.FHIR)));
		this.scene.probes.add(Scene.bundle());
		Report report = this.scene.run(new Credential.Device());
		assertThat(report.phase()).isEqualTo(Phase.PASSED);
		assertThat(report.prompt()).isNull();
		assertThat(this.scene.reports).anySatisfy((one) -> assertThat(one.prompt())
			.isEqualTo(new Report.Prompt("https://microsoft.com/devicelogin", "ABCD-EFGH")));
		assertThat(report.step(Step.SIGN_IN).millis()).isEqualTo(15_000);
		assertThat(JsonMapper.builder().build().writeValueAsString(this.scene.reports)).doesNotContain("canary");
	}

	@Test
	void aDeviceCodeThatNobodyUsesEndsWithItsCause() {
		this.scene.tokenAnswers.addAll(List.of(Scene.refused(70016, "pending"), Scene.refused(70019, "expired")));
		Report report = this.scene.run(new Credential.Device());
		assertThat(report.step(Step.SIGN_IN).trouble().code()).isEqualTo("AADSTS70019");
		assertThat(report.prompt()).isNull();
	}

	@Test
	void aCredentialIsGoneOnceThereIsAToken() {
		HeldCredential held = new HeldCredential(Scene.secret());
		assertThat(held.toString()).doesNotContain(Scene.SECRET);
		held.close();
		assertThat(held.isAppOnly()).isTrue();
		org.assertj.core.api.Assertions.assertThatIllegalStateException().isThrownBy(held::get);
	}

}
