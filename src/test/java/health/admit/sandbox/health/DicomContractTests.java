package health.admit.sandbox.health;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.sandbox.arm.ArmCalls;
import health.admit.sandbox.health.HealthCalls.Result;
import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Organisation;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DicomContractTests {

	private static final String OWNER = "58a3b984-7adf-4c20-983a-32417c86fbc8";

	private static final String PROBE = "/changefeed?includemetadata=false&limit=1";

	private static final String STUDY = "1.2.826.0.1.3680043.10.5432.1";

	/** A member of the group that may read. */
	private static final UUID CARMEN = Ids.of("person carmen.ruiz");

	private static SandboxServer sandbox;

	private static HealthCalls calls;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start("applications=5");
		calls = new HealthCalls(sandbox);
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@AfterEach
	void asItWas() {
		calls.control("/reset", "{}");
	}

	@Test
	void withoutATokenTheChallengeNamesAuthorityAndAudience() {
		Result refused = calls.get(calls.imaging() + PROBE, "").expect(401);
		assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer authorization_uri=\"" + sandbox.baseUrl() + "/"
				+ Organisation.CONTOSO_HEALTH.tenantId()
				+ "\", resource_id=\"https://dicom.healthcareapis.azure.com\", realm=\"https://dicom.healthcareapis.azure.com\"");
		String foreign = calls.token("https://dicom.azurehealthcareapis.azure.com", CARMEN);
		assertThat(calls.get(calls.imaging() + PROBE, foreign).expect(401).header("WWW-Authenticate"))
			.contains("The audience is invalid");
	}

	@Test
	void withoutARoleTheAnswerIsPlainText() {
		String token = calls.askForToken("https://dicom.healthcareapis.azure.com/.default")
			.expect(200)
			.text("access_token");
		Result refused = calls.get(calls.imaging() + PROBE, token).expect(403);
		assertThat(refused.body()).isEqualTo("Authorization failed.");
		assertThat(refused.header("Content-Type")).startsWith("text/plain");
	}

	@Test
	void memberOfAGroupWithTheRoleReads() {
		Result feed = calls.get(calls.imaging() + PROBE, reader()).expect(200);
		assertThat(feed.json()).hasSize(1);
		assertThat(feed.text("0/Action")).isEqualTo("create");
		assertThat(feed.json().get(0).has("Metadata")).isFalse();
		assertThat(calls.get(calls.imaging() + "/changefeed?offset=2", reader()).json().get(0).has("Metadata"))
			.isTrue();
		calls.send("DELETE", calls.imaging() + "/studies/" + STUDY, reader(), "").expect(403);
	}

	@Test
	void versionIsPartOfThePath() {
		String root = sandbox.baseUrl() + "/dicom/contosohealth-imaging";
		calls.get(root + PROBE, reader()).expect(404);
		calls.get(root + "/v9" + PROBE, reader()).expect(400);
		calls.get(root + "/v1" + PROBE, reader()).expect(200);
		assertThat(calls.get(root + "/v2/api.yaml", "").expect(200).body()).startsWith("openapi:");
		calls.get(root + "/health/check", "").expect(200);
	}

	@Test
	void searchFindsStudiesSeriesAndInstances() {
		assertThat(calls.get(calls.imaging() + "/studies?limit=1", reader()).expect(200).json()).hasSize(1);
		Result found = calls.get(calls.imaging() + "/studies?PatientID=CH-100004", reader()).expect(200);
		assertThat(found.text("0/00100010/Value/0/Alphabetic")).isEqualTo("Solli^Henrik");
		assertThat(found.json().get(0).has("00080018")).isFalse();
		calls.get(calls.imaging() + "/studies?PatientID=none", reader()).expect(204);
		assertThat(calls.get(calls.imaging() + "/studies?StudyDate=20261101-20261130", reader()).json()).hasSize(1);
		assertThat(calls.get(calls.imaging() + "/studies/" + STUDY + "/series", reader()).json()).hasSize(1);
		assertThat(calls.get(calls.imaging() + "/studies/" + STUDY + "/instances", reader()).json()).hasSize(2);
		calls.get(calls.imaging() + "/studies?Modality=CT", reader()).expect(400);
		calls.get(calls.imaging() + "/studies?limit=0", reader()).expect(400);
	}

	@Test
	void fileIsStoredFoundRetrievedAndDeleted() {
		String token = owner();
		byte[] file = file("1.2.3", "1.2.3.4", "1.2.3.4.5");
		Result stored = stow("/studies", token, file).expect(200);
		String address = stored.text("00081199/Value/0/00081190/Value/0");
		assertThat(address).isEqualTo(calls.imaging() + "/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5");
		assertThat(calls.get(address, token, "Accept", "application/dicom; transfer-syntax=*")
			.expect(200)
			.response()
			.body()).isEqualTo(file);
		Result several = calls.get(calls.imaging() + "/studies/1.2.3", token, "Accept",
				"multipart/related; type=\"application/dicom\"");
		assertThat(Multipart.read(several.expect(200).header("Content-Type"), several.response().body()))
			.containsExactly(file);
		assertThat(calls.get(address + "/metadata", token).expect(200).text("0/00100010/Value/0/Alphabetic"))
			.isEqualTo("Ångström^Zoë");
		assertThat(stow("/studies", token, file).expect(409).text("00081198/Value/0/00081197/Value/0"))
			.isEqualTo("45070");
		calls.send("DELETE", calls.imaging() + "/studies/1.2.3", token, "").expect(204);
		calls.get(address, token).expect(404);
		Result latest = calls.get(calls.imaging() + "/changefeed/latest", token).expect(200);
		assertThat(latest.text("Action")).isEqualTo("delete");
		assertThat(latest.text("State")).isEqualTo("deleted");
	}

	@Test
	void whatCannotBeStoredIsReportedOneByOne() {
		String token = owner();
		Result mixed = stow("/studies/1.2.3", token, file("1.2.3", "1.2.3.4", "1.2.3.4.6"),
				file("1.2.9", "1.2.9.4", "1.2.9.4.6"), "no file".getBytes(StandardCharsets.UTF_8))
			.expect(202);
		assertThat(mixed.json().at("/00081198/Value")).hasSize(2);
		assertThat(mixed.json().at("/00081199/Value")).hasSize(1);
		calls.send("POST", calls.imaging() + "/studies", token, "{}").expect(415);
		stow("/studies", reader(), file("1.2.3", "1.2.3.4", "1.2.3.4.7")).expect(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/workitems", "/extendedquerytags", "/studies/1/series/2/instances/3/frames/1",
			"/studies/1/series/2/instances/3/rendered" })
	void whatIsNotServedIsRefusedAndSaysSo(String path) {
		assertThat(calls.get(calls.imaging() + path, reader()).expect(501).body()).contains("The sandbox");
	}

	@Test
	void decisionIsRememberedForAWhile() {
		calls.control("/faults", "{\"lag\":{\"dicom_decision\":300000}}");
		String token = calls.token(HealthCalls.DICOM_AUDIENCE, person());
		calls.get(calls.imaging() + PROBE, token).expect(403);
		ArmCalls.as(sandbox, "Priya").assign(ArmCalls.IMAGING, UUID.randomUUID(), OWNER, person(), "User").expect(201);
		calls.get(calls.imaging() + PROBE, token).expect(403);
		calls.control("/clock", "{\"offset\":\"PT5M1S\"}");
		calls.get(calls.imaging() + PROBE, token).expect(200);
	}

	private static UUID person() {
		return new SandboxTokens(sandbox).person("Noah").objectId();
	}

	private static String reader() {
		return calls.token(HealthCalls.DICOM_AUDIENCE, CARMEN);
	}

	private static String owner() {
		ArmCalls.as(sandbox, "Priya").assign(ArmCalls.IMAGING, UUID.randomUUID(), OWNER, person(), "User").expect(201);
		return calls.token(HealthCalls.DICOM_AUDIENCE, person());
	}

	private static Result stow(String path, String token, byte[]... files) {
		return calls.send("POST", calls.imaging() + path, token,
				Multipart.write("b-o-u-n-d", "application/dicom", List.of(files)), "Content-Type",
				"multipart/related; type=\"application/dicom\"; boundary=b-o-u-n-d");
	}

	private static byte[] file(String study, String series, String instance) {
		Map<DicomAttribute, String> attributes = new EnumMap<>(DicomAttribute.class);
		attributes.put(DicomAttribute.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
		attributes.put(DicomAttribute.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7");
		attributes.put(DicomAttribute.STUDY_INSTANCE_UID, study);
		attributes.put(DicomAttribute.SERIES_INSTANCE_UID, series);
		attributes.put(DicomAttribute.SOP_INSTANCE_UID, instance);
		attributes.put(DicomAttribute.PATIENT_NAME, "Ångström^Zoë");
		attributes.put(DicomAttribute.PATIENT_ID, "T-1");
		attributes.put(DicomAttribute.MODALITY, "OT");
		return DicomWriter.write(attributes);
	}

}
