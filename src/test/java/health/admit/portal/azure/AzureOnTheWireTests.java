package health.admit.portal.azure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.admit.portal.azure.StubAzure.Reply;
import health.admit.portal.cloud.Answer;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.StepUpRequired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AzureOnTheWireTests {

	private static final UUID ONE = UUID.fromString("11111111-1111-4111-8111-111111111111");

	private static final UUID TWO = UUID.fromString("22222222-2222-4222-8222-222222222222");

	private static final UUID PRINCIPAL = UUID.fromString("33333333-3333-4333-8333-333333333333");

	private static final UUID READER = UUID.fromString("4c8d0bbc-75d3-4935-991f-5f3c56d81508");

	private static final String GROUP = "/subscriptions/" + ONE + "/resourceGroups/rg-health";

	private static final String WORKSPACE = GROUP + "/providers/Microsoft.HealthcareApis/workspaces/contoso";

	private static final ResourceId FHIR = new ResourceId(WORKSPACE + "/fhirservices/patients");

	private static final String BOTH = """
			{"value":[{"subscriptionId":"%s","displayName":"Production"},
			{"subscriptionId":"%s","displayName":"Locked"}]}""".formatted(ONE, TWO);

	private final StubAzure stub = new StubAzure();

	@AfterEach
	void close() {
		this.stub.close();
	}

	@Test
	void findsServicesAndTakesAddressAndAudienceFromAzure() {
		seeWorkspace();
		this.stub.on("GET " + WORKSPACE + "/fhirservices", """
				{"value":[{"id":"%s","location":"westeurope","properties":{"authenticationConfiguration":
				{"authority":"https://login.example/t","audience":"https://elsewhere.example/fhir"}}}]}"""
			.formatted(FHIR));
		this.stub.on("GET " + WORKSPACE + "/dicomservices", """
				{"value":[{"id":"%s/dicomservices/images","properties":{"serviceUrl":"https://images.example",
				"authenticationConfiguration":{"audiences":["https://azurehealthcareapis.com/",
				"https://dicom.healthcareapis.azure.com"]}}}]}""".formatted(WORKSPACE));
		Found<HealthService> found = this.stub.azure().services();
		HealthService dicom = found.items().get(0);
		HealthService fhir = found.items().get(1);
		assertThat(dicom.url()).isEqualTo(URI.create("https://images.example"));
		assertThat(dicom.audience()).contains("https://dicom.healthcareapis.azure.com");
		assertThat(fhir.api()).isEqualTo(HealthApi.FHIR);
		assertThat(fhir.url()).as("not made up from names").isNull();
		assertThat(fhir.likelyUrl()).contains(URI.create("https://elsewhere.example/fhir"));
		assertThat(fhir.workspace()).isEqualTo("contoso");
		assertThat(fhir.subscription()).isEqualTo("Production");
		assertThat(fhir.resourceGroup()).isEqualTo("rg-health");
		assertThat(this.stub.requests).allSatisfy((request) -> {
			assertThat(request.header("Authorization")).isEqualTo("Bearer token0");
			assertThat(UUID.fromString(request.header("X-ms-client-request-id"))).isNotNull();
		});
	}

	@Test
	void subscriptionThatIsRefusedIsNamedAndTheOthersAreRead() {
		seeWorkspace();
		this.stub.on("GET /subscriptions", BOTH);
		this.stub.on("GET /subscriptions/" + TWO + "/providers/Microsoft.HealthcareApis/workspaces",
				Reply.error(403, "AuthorizationFailed", "No read here"));
		this.stub.on("GET " + WORKSPACE + "/fhirservices", "{\"value\":[{\"id\":\"" + FHIR + "\",\"properties\":{}}]}");
		this.stub.on("GET " + WORKSPACE + "/dicomservices",
				Reply.error(503, "Busy", "Later").with("Retry-After", "60"));
		Found<HealthService> found = this.stub.azure().services();
		assertThat(StubAzure.names(found.items())).containsExactly("patients");
		assertThat(found.isComplete()).isFalse();
		assertThat(found.unread()).extracting(Unread::subscription, Unread::part, Unread::reason, Unread::code)
			.containsExactlyInAnyOrder(
					org.assertj.core.groups.Tuple.tuple("Locked", "", Unread.Reason.REFUSED, "AuthorizationFailed"),
					org.assertj.core.groups.Tuple.tuple("Production", "contoso", Unread.Reason.UNANSWERED, ""));
		assertThat(found.unread()).extracting(Unread::words).containsExactlyInAnyOrder("No read here", "HTTP 503");
	}

	@Test
	void followsPagesOfAzureAndNowhereElse() {
		this.stub.on("GET /subscriptions", """
				{"value":[{"subscriptionId":"%s"}],"nextLink":"%s/more?page=2"}""".formatted(ONE, this.stub.origin()));
		this.stub.on("GET /more", """
				{"value":[{"subscriptionId":"%s"}]}""".formatted(TWO));
		assertThat(this.stub.azure().subscriptions()).extracting(Subscription::id).containsExactly(ONE, TWO);
		assertThat(this.stub.requests.get(1).query()).isEqualTo("page=2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://attacker.example/more", "http://localhost:1/more", "//attacker.example/more",
			"http://127.0.0.1@attacker.example/", "file:///etc/passwd", "/more", "::", "http://" })
	void tokenGoesToNoOtherAddress(String next) {
		this.stub.on("GET /subscriptions", "{\"value\":[],\"nextLink\":\"" + next + "\"}");
		assertThatExceptionOfType(AzureUnavailable.class).isThrownBy(() -> this.stub.azure().subscriptions());
		assertThat(this.stub.requests).hasSize(1);
	}

	@Test
	void listThatNeverEndsIsGivenUp() {
		this.stub.on("GET /subscriptions",
				"{\"value\":[],\"nextLink\":\"" + this.stub.origin() + "/subscriptions?again\"}");
		assertThatExceptionOfType(AzureUnavailable.class).isThrownBy(() -> this.stub.azure().subscriptions())
			.matches(AzureUnavailable::isMalformed);
	}

	@Test
	void redirectIsNotFollowed() {
		this.stub.on("GET /subscriptions", Reply.of(302, "").with("Location", this.stub.origin() + "/other"));
		assertThatExceptionOfType(AzureRefused.class).isThrownBy(() -> this.stub.azure().subscriptions())
			.matches((refused) -> refused.status() == 302);
		assertThat(this.stub.requests).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "<html>", "{", "null", "" })
	void answerThatIsNoJsonObjectIsSaidToBeNone(String body) {
		this.stub.on("GET /subscriptions", body);
		assertThatExceptionOfType(AzureUnavailable.class).isThrownBy(() -> this.stub.azure().subscriptions())
			.matches(AzureUnavailable::isMalformed);
	}

	@Test
	void entriesThatMakeNoSenseAreNamedOrLeftOut() {
		seeWorkspace();
		String foreign = FHIR.text().replace(ONE.toString(), TWO.toString());
		this.stub.on("GET " + WORKSPACE + "/fhirservices", """
				{"value":[7,null,{"id":"%s"},{"id":"/subscriptions/../x","name":"odd"},
				{"id":"%s","location":[],"properties":{"serviceUrl":"javascript:alert(1)",
				"authenticationConfiguration":"none"}}]}""".formatted(foreign, FHIR));
		this.stub.on("GET " + WORKSPACE + "/dicomservices", "{\"value\":{}}");
		Found<HealthService> found = this.stub.azure().services();
		assertThat(StubAzure.names(found.items())).containsExactly("patients");
		assertThat(found.items().get(0).url()).isNull();
		assertThat(found.unread()).extracting(Unread::reason).containsOnly(Unread.Reason.MALFORMED).hasSize(4);
	}

	@Test
	void answerThatIsTooLongIsNotReadToItsEnd() {
		this.stub.on("GET /subscriptions", "{\"value\":[\"" + "x".repeat(ArmGate.MOST_BYTES) + "\"]}");
		assertThatExceptionOfType(AzureUnavailable.class).isThrownBy(() -> this.stub.azure().subscriptions());
	}

	@Test
	void busyAzureIsAskedAgainAsItWishes() {
		this.stub.on("GET /subscriptions", Reply.of(429, "").with("Retry-After", "2"), Reply.of(502, "<html>"),
				Reply.of(200, "{\"value\":[]}"));
		assertThat(this.stub.azure().subscriptions()).isEmpty();
		assertThat(this.stub.pauses).containsExactly(Duration.ofSeconds(2), Duration.ofMillis(500));
	}

	@Test
	void claimsChallengeSendsTheOperatorToSignIn() {
		this.stub.on("GET /subscriptions", Reply.of(401, "")
			.with("WWW-Authenticate", "Bearer error=\"insufficient_claims\", claims=\"eyJhIjoxfQ==\""));
		assertThatExceptionOfType(StepUpRequired.class).isThrownBy(() -> this.stub.azure().subscriptions())
			.satisfies((wanted) -> {
				assertThat(wanted.scopes()).containsExactly(DelegatedScope.AZURE);
				assertThat(wanted.claims()).isEqualTo("{\"a\":1}");
			});
		assertThat(this.stub.forgotten).isOne();
	}

	@Test
	void tokenThatWasRevokedIsRenewedOnce() {
		this.stub.on("GET /subscriptions", Reply.of(401, ""), Reply.of(200, "{\"value\":[]}"));
		assertThat(this.stub.azure().subscriptions()).isEmpty();
		assertThat(this.stub.requests).extracting((request) -> request.header("Authorization"))
			.containsExactly("Bearer token0", "Bearer token1");
	}

	@Test
	void assignsOnceUnderANameThatFollowsFromWhatIsAssigned() {
		NewAssignment wanted = new NewAssignment(FHIR, PRINCIPAL, PrincipalType.SERVICE_PRINCIPAL, READER);
		ResourceId otherCase = new ResourceId(FHIR.text().replace("resourceGroups", "resourcegroups"));
		assertThat(new NewAssignment(otherCase, PRINCIPAL, PrincipalType.SERVICE_PRINCIPAL, READER).name())
			.isEqualTo(wanted.name());
		assertThat(wanted.name().version()).isEqualTo(5);
		this.stub.on("PUT " + wanted.id(), Reply.of(201, assignment(wanted.id().toString(), FHIR.text(), PRINCIPAL)));
		UUID call = UUID.randomUUID();
		Answer<RoleAssignment> answer = this.stub.azure().assign(wanted, call);
		assertThat(answer).isInstanceOfSatisfying(Answer.Success.class,
				(success) -> assertThat(success.trace().requestId()).isEqualTo("azure-1"));
		StubAzure.Request request = this.stub.onlyRequest();
		assertThat(request.query()).isEqualTo("api-version=2022-04-01");
		assertThat(request.header("X-ms-client-request-id")).isEqualTo(call.toString());
		assertThat(request.body()).contains("\"principalType\":\"ServicePrincipal\"",
				"\"principalId\":\"" + PRINCIPAL + "\"", "\"roleDefinitionId\":\"/subscriptions/" + ONE
						+ "/providers/Microsoft.Authorization/roleDefinitions/" + READER + "\"");
	}

	@Test
	void refusedAssignmentKeepsAzuresCodeAndWords() {
		NewAssignment wanted = new NewAssignment(FHIR, PRINCIPAL, PrincipalType.SERVICE_PRINCIPAL, READER);
		this.stub.on("PUT " + wanted.id(), Reply.error(400, "PrincipalNotFound", "Principal does not exist"));
		assertThat(this.stub.azure().assign(wanted, UUID.randomUUID())).isInstanceOfSatisfying(Answer.Failure.class,
				(failure) -> {
					assertThat(failure.status()).isEqualTo(400);
					assertThat(failure.code()).isEqualTo("PrincipalNotFound");
					assertThat(failure.message()).isEqualTo("Principal does not exist");
				});
	}

	@Test
	void writeWithoutAnAnswerIsNotRepeated() {
		NewAssignment wanted = new NewAssignment(FHIR, PRINCIPAL, PrincipalType.SERVICE_PRINCIPAL, READER);
		this.stub.on("PUT " + wanted.id(), Reply.dropped());
		assertThat(this.stub.azure().assign(wanted, UUID.randomUUID())).isInstanceOfSatisfying(Answer.Silence.class,
				(silence) -> assertThat(silence.sent()).isTrue());
		assertThat(this.stub.requests).hasSize(1);
		this.stub.close();
		assertThat(this.stub.azure().assign(wanted, UUID.randomUUID())).isInstanceOfSatisfying(Answer.Silence.class,
				(silence) -> assertThat(silence.sent()).isFalse());
	}

	@Test
	void removingWhatIsNotThereSucceeds() {
		AssignmentId id = AssignmentId
			.parse(FHIR + "/providers/Microsoft.Authorization/roleAssignments/" + UUID.randomUUID())
			.orElseThrow();
		this.stub.on("DELETE " + id, Reply.of(204, ""), Reply.of(200, "{}"));
		assertThat(this.stub.azure().remove(id, UUID.randomUUID())).isInstanceOfSatisfying(Answer.Success.class,
				(done) -> assertThat(done.value()).isEqualTo(false));
		assertThat(this.stub.azure().remove(id, UUID.randomUUID())).isInstanceOfSatisfying(Answer.Success.class,
				(done) -> assertThat(done.value()).isEqualTo(true));
	}

	@Test
	void assignmentsTellWhatIsInheritedAndWhatComesThroughAGroup() {
		UUID group = UUID.randomUUID();
		String list = "{\"value\":["
				+ assignment(FHIR + "/providers/Microsoft.Authorization/roleAssignments/" + UUID.randomUUID(),
						FHIR.text().toUpperCase(java.util.Locale.ROOT), PRINCIPAL)
				+ ","
				+ assignment("/providers/Microsoft.Authorization/roleAssignments/" + UUID.randomUUID(), "/", group)
				+ "]}";
		this.stub.on("GET " + FHIR + "/providers/Microsoft.Authorization/roleAssignments", list);
		Assignments assignments = this.stub.azure().assignments(FHIR, PRINCIPAL);
		RoleAssignment own = assignments.items().get(0);
		RoleAssignment root = assignments.items().get(1);
		assertThat(own.isOn(FHIR)).isTrue();
		assertThat(assignments.throughGroup(own)).isFalse();
		assertThat(assignments.throughGroup(root)).isTrue();
		assertThat(root.removable()).isEmpty();
		assertThat(assignments.withGroups()).isTrue();
		assertThat(this.stub.onlyRequest().query()).contains("$filter=assignedTo('" + PRINCIPAL + "')");
	}

	@Test
	void assignmentsOfSomebodyAreLookedForInEverySubscriptionAndGroup() {
		UUID group = UUID.randomUUID();
		String above = assignment("/providers/Microsoft.Authorization/roleAssignments/" + UUID.randomUUID(), "/",
				group);
		String below = assignment(FHIR + "/providers/Microsoft.Authorization/roleAssignments/" + UUID.randomUUID(),
				FHIR.text(), PRINCIPAL);
		String list = "/providers/Microsoft.Authorization/roleAssignments";
		this.stub.on("GET /subscriptions", BOTH)
			.on("GET /subscriptions/" + ONE + list, "{\"value\":[" + above + "," + below + "]}")
			.on("GET /subscriptions/" + TWO + list, "{\"value\":[" + above + "]}");
		AllAssignments all = this.stub.azure().assignmentsOf(PRINCIPAL);
		assertThat(all.found().items()).extracting(RoleAssignment::principal)
			.containsExactlyInAnyOrder(group, PRINCIPAL);
		assertThat(all.found().withGroups()).isTrue();
		assertThat(all.isComplete()).isTrue();
		this.stub
			.on("GET /subscriptions/" + TWO + list, Reply.error(400, "UnsupportedQuery", "no"),
					Reply.of(200, "{\"value\":[]}"))
			.on("GET /subscriptions/" + TWO + "/providers/Microsoft.Authorization/permissions",
					"{\"value\":[{\"actions\":[\"*\"]}]}");
		assertThat(this.stub.azure().assignmentsOf(PRINCIPAL).found().withGroups()).isFalse();
		this.stub.on("GET /subscriptions/" + TWO + list, Reply.error(403, "AuthorizationFailed", "no"));
		assertThat(this.stub.azure().assignmentsOf(PRINCIPAL).unread()).extracting(Unread::subscription)
			.containsExactly("Locked");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void servicesAreAskedOneByOneWhereTheSubscriptionMayNotBeLookedAt(boolean refused) {
		String list = "/providers/Microsoft.Authorization/roleAssignments";
		String management = "/providers/Microsoft.Management/managementGroups/contoso";
		String above = assignment(management + list + "/" + UUID.randomUUID(), management, PRINCIPAL);
		ResourceId research = new ResourceId(WORKSPACE + "/fhirservices/research");
		ResourceId closed = new ResourceId(WORKSPACE + "/fhirservices/closed");
		seeWorkspace();
		this.stub
			.on("GET " + WORKSPACE + "/fhirservices",
					"{\"value\":[{\"id\":\"" + FHIR + "\"},{\"id\":\"" + research + "\"},{\"id\":\"" + closed + "\"}]}")
			.on("GET /subscriptions/" + ONE + list,
					refused ? Reply.error(403, "AuthorizationFailed", "no") : Reply.of(200, "{\"value\":[]}"))
			.on("GET /subscriptions/" + ONE + "/providers/Microsoft.Authorization/permissions", "{\"value\":[]}")
			.on("GET " + FHIR + list,
					"{\"value\":[" + above + ","
							+ assignment(FHIR + list + "/" + UUID.randomUUID(), FHIR.text(), PRINCIPAL) + "]}")
			.on("GET " + research + list, "{\"value\":[" + above + "]}")
			.on("GET " + closed + list, Reply.error(403, "AuthorizationFailed", "not there"));
		AllAssignments all = this.stub.azure().assignmentsOf(PRINCIPAL);
		assertThat(all.found().items()).as("none twice")
			.extracting(RoleAssignment::scope)
			.containsExactlyInAnyOrder(management, FHIR.text());
		assertThat(all.found().items()).filteredOn(RoleAssignment::isAboveSubscriptions)
			.singleElement()
			.satisfies((inherited) -> assertThat(List.of(FHIR, research, closed)).filteredOn(inherited::reaches)
				.containsExactly(FHIR, research));
		assertThat(all.unread()).extracting(Unread::part, Unread::reason)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("", Unread.Reason.SERVICES_ONLY),
					org.assertj.core.groups.Tuple.tuple("contoso/closed", Unread.Reason.REFUSED));
	}

	@Test
	void emptySubscriptionIsBelievedToWhoMayLookAtIt() {
		seeWorkspace();
		this.stub
			.on("GET /subscriptions/" + ONE + "/providers/Microsoft.Authorization/roleAssignments", "{\"value\":[]}")
			.on("GET /subscriptions/" + ONE + "/providers/Microsoft.Authorization/permissions",
					"{\"value\":[{\"actions\":[\"*/read\"]}]}");
		assertThat(this.stub.azure().assignmentsOf(PRINCIPAL).isComplete()).isTrue();
		assertThat(this.stub.requests).extracting(StubAzure.Request::path)
			.noneMatch((path) -> path.contains("Microsoft.HealthcareApis"));
	}

	@Test
	void groupsThatMayNotBeLookedIntoAreSaidToBeMissing() {
		this.stub.on("GET " + FHIR + "/providers/Microsoft.Authorization/roleAssignments",
				Reply.error(400, "UnsupportedQuery", "no"), Reply.of(200, "{\"value\":[]}"));
		assertThat(this.stub.azure().assignments(FHIR, PRINCIPAL).withGroups()).isFalse();
		assertThat(this.stub.requests.get(1).query()).contains("principalId eq '" + PRINCIPAL + "'");
	}

	@Test
	void rightsFollowFromWhatTheOperatorsOwnRolesPermit() {
		String path = "GET " + FHIR + "/providers/Microsoft.Authorization/permissions";
		Map<String, Rights> expected = Map.of(
				"\"*\"],\"notActions\":[\"Microsoft.Authorization/*/Write\"," + "\"Microsoft.Authorization/*/Delete\"",
				new Rights(false, false), "\"*\"", new Rights(true, true),
				"\"Microsoft.Authorization/roleAssignments/write\"", new Rights(true, false), "\"*/read\"",
				new Rights(false, false));
		expected.forEach((actions, rights) -> {
			this.stub.on(path, "{\"value\":[{\"actions\":[" + actions + "]}]}");
			assertThat(this.stub.azure().rights(FHIR)).as(actions).isEqualTo(rights);
		});
	}

	@Test
	void rolesSayWhatTheyPermit() {
		this.stub.on("GET " + FHIR + "/providers/Microsoft.Authorization/roleDefinitions", """
				{"value":[{"name":"%s","properties":{"roleName":"FHIR Data Contributor","type":"BuiltInRole",
				"permissions":[{"dataActions":["Microsoft.HealthcareApis/workspaces/fhirservices/resources/*"],
				"notDataActions":["Microsoft.HealthcareApis/workspaces/fhirservices/resources/smart/action"]}]}}]}"""
			.formatted(READER));
		RoleDefinition role = this.stub.azure().roles(FHIR).get(0);
		String resources = "microsoft.healthcareapis/workspaces/fhirServices/resources/";
		assertThat(role.permitsData(resources + "read")).isTrue();
		assertThat(role.permitsData(resources + "smart/action")).isFalse();
		assertThat(role.permitsData("Microsoft.HealthcareApis/workspaces/dicomservices/resources/read")).isFalse();
	}

	@Test
	void oneServiceIsReadByItsId() {
		this.stub.on("GET " + FHIR, "{\"id\":\"" + FHIR + "\",\"properties\":{}}");
		this.stub.on("GET /subscriptions/" + ONE, Reply.error(403, "AuthorizationFailed", "no"));
		assertThat(this.stub.azure().service(FHIR)).hasValueSatisfying(
				(service) -> assertThat(service.subscription()).as("the id stands in").isEqualTo(ONE.toString()));
		assertThat(this.stub.azure().service(new ResourceId(WORKSPACE + "/fhirservices/none"))).isEmpty();
		assertThat(this.stub.azure().service(new ResourceId(WORKSPACE))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/subscriptions/x", "/subscriptions/11111111-1111-4111-8111-111111111111/../x",
			"/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/..",
			"/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/a/providers/B.C/d/e?x=1",
			"/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/a/providers/B.C/d/e%2f",
			"/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/a{b}",
			"https://attacker.example/subscriptions/11111111-1111-4111-8111-111111111111" })
	void idsThatAreNoneAreRefused(String text) {
		assertThat(ResourceId.parse(text)).isEmpty();
	}

	private void seeWorkspace() {
		this.stub.on("GET /subscriptions",
				"{\"value\":[{\"subscriptionId\":\"" + ONE + "\",\"displayName\":\"Production\"}]}");
		this.stub.on("GET /subscriptions/" + ONE + "/providers/Microsoft.HealthcareApis/workspaces",
				"{\"value\":[{\"id\":\"" + WORKSPACE + "\",\"name\":\"contoso\"}]}");
		List.of("fhirservices", "dicomservices")
			.forEach((type) -> this.stub.on("GET " + WORKSPACE + "/" + type, "{\"value\":[]}"));
	}

	private static String assignment(String id, String scope, UUID principal) {
		return """
				{"id":"%s","properties":{"scope":"%s","principalId":"%s","principalType":"ServicePrincipal",
				"roleDefinitionId":"/x/roleDefinitions/%s","createdOn":"2026-11-23T10:00:00.123Z"}}""".formatted(id,
				scope, principal, READER);
	}

}
