package health.admit.sandbox.arm;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

import health.admit.sandbox.arm.ArmCalls.Result;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.sandbox.tenant.TenantDirectory;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoleAssignmentContractTests {

	private static final String READER = "4c8d0bbc-75d3-4935-991f-5f3c56d81508";

	private static final String WRITER = "3f88fce4-5892-4214-ae73-ba5294559913";

	private static final String DICOM_OWNER = "58a3b984-7adf-4c20-983a-32417c86fbc8";

	private static SandboxServer sandbox;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@AfterEach
	void asItWas() throws Exception {
		control("POST", "/reset", "{}");
	}

	@Test
	void assignmentIsMadeReadListedAndTakenBack() {
		UUID name = UUID.randomUUID();
		UUID principal = principal();
		Result made = as("Lucia").assign(ArmCalls.CLINICAL, name, READER, principal, "ServicePrincipal").expect(201);
		assertThat(made.text("properties/principalId")).isEqualTo(principal.toString());
		assertThat(made.text("properties/principalType")).isEqualTo("ServicePrincipal");
		assertThat(made.text("properties/scope")).isEqualTo(ArmCalls.CLINICAL);
		as("Lucia").query(ArmCalls.assignment(ArmCalls.CLINICAL, name)).expect(200);
		assertThat(as("Lucia").assignments(ArmCalls.CLINICAL, "principalId eq '" + principal + "'").names())
			.containsExactly(name.toString());
		as("Lucia").assign(ArmCalls.CLINICAL, name, READER, principal, "ServicePrincipal").expect(200);
		as("Lucia").unassign(ArmCalls.CLINICAL, name).expect(200);
		as("Lucia").unassign(ArmCalls.CLINICAL, name).expect(204);
		as("Lucia").query(ArmCalls.assignment(ArmCalls.CLINICAL, name)).expect(404, "RoleAssignmentNotFound");
	}

	@Test
	void readersCannotAssignAndAreToldSo() {
		Result refused = as("Jonas").assign(ArmCalls.CLINICAL, UUID.randomUUID(), READER, principal(), "")
			.expect(403, "AuthorizationFailed");
		assertThat(refused.text("error/message")).contains("jonas.weber@",
				"does not have authorization or an ABAC condition not fulfilled",
				"'Microsoft.Authorization/roleAssignments/write'", ArmCalls.CLINICAL);
		as("Lucia").assign(ArmCalls.IMAGING, UUID.randomUUID(), DICOM_OWNER, principal(), "")
			.expect(403, "AuthorizationFailed");
		as("Jonas").unassign(ArmCalls.CLINICAL, UUID.randomUUID()).expect(403, "AuthorizationFailed");
		as("Tom").assignments(ArmCalls.CLINICAL, "").expect(403, "AuthorizationFailed");
	}

	@Test
	void rightsAreInheritedFromScopesAbove() {
		as("Priya").assign(ArmCalls.IMAGING, UUID.randomUUID(), DICOM_OWNER, principal(), "ServicePrincipal")
			.expect(201);
		as("Priya").assign(ArmCalls.PRODUCTION, UUID.randomUUID(), READER, principal(), "ServicePrincipal")
			.expect(403, "AuthorizationFailed");
		as("Amara")
			.assign(ArmCalls.CLINICAL.toLowerCase(java.util.Locale.ROOT), UUID.randomUUID(), READER, principal(),
					"ServicePrincipal")
			.expect(201);
	}

	@Test
	void sameRoleTwiceIsAConflictUnderAnotherName() {
		UUID name = UUID.randomUUID();
		as("Priya").assign(ArmCalls.CLINICAL, name, READER, principal(), "").expect(201);
		Result twin = as("Priya")
			.assign(ArmCalls.CLINICAL.toUpperCase(java.util.Locale.ROOT), UUID.randomUUID(), READER, principal(), "")
			.expect(409, "RoleAssignmentExists");
		assertThat(twin.text("error/message")).contains(name.toString().replace("-", ""));
	}

	@Test
	void nameCannotBeUsedForSomethingElse() {
		UUID name = UUID.randomUUID();
		as("Priya").assign(ArmCalls.CLINICAL, name, READER, principal(), "").expect(201);
		as("Priya").assign(ArmCalls.CLINICAL, name, READER, person("Noah"), "")
			.expect(400, "RoleAssignmentUpdateNotPermitted");
		as("Priya").assign(ArmCalls.IMAGING, name, READER, principal(), "")
			.expect(400, "RoleAssignmentUpdateNotPermitted");
	}

	@Test
	void principalHasToExistAsWhatItIsSaidToBe() {
		Item application = sandbox.bean(Store.class).all(Kind.APPLICATION, Copy.MASTER).get(0);
		Result unknown = as("Priya").assign(ArmCalls.CLINICAL, UUID.randomUUID(), READER, new UUID(7, 7), "")
			.expect(400, "PrincipalNotFound");
		assertThat(unknown.text("error/message")).contains("does not exist in the directory",
				"https://aka.ms/docs-principaltype");
		as("Priya").assign(ArmCalls.CLINICAL, UUID.randomUUID(), READER, application.appId(), "ServicePrincipal")
			.expect(400, "PrincipalNotFound");
		as("Priya").assign(ArmCalls.CLINICAL, UUID.randomUUID(), READER, application.id(), "ServicePrincipal")
			.expect(400, "PrincipalTypeNotSupported");
		as("Priya").assign(ArmCalls.CLINICAL, UUID.randomUUID(), READER, principal(), "User")
			.expect(400, "UnmatchedPrincipalType");
		as("Priya").assign(ArmCalls.CLINICAL, UUID.randomUUID(), new UUID(7, 7).toString(), principal(), "")
			.expect(400, "RoleDefinitionDoesNotExist");
	}

	@Test
	void newServicePrincipalIsNotThereYet() throws Exception {
		control("POST", "/faults", "{\"lag\":{\"azure\":60000,\"azure_typed\":20000}}");
		UUID fresh = sandbox.bean(TenantDirectory.class).ensurePrincipal(unprovisioned()).objectId();
		as("Priya").assign(ArmCalls.CLINICAL, UUID.randomUUID(), READER, fresh, "ServicePrincipal")
			.expect(400, "PrincipalNotFound");
		control("POST", "/clock", "{\"offset\":\"PT30S\"}");
		as("Priya").assign(ArmCalls.CLINICAL, UUID.randomUUID(), READER, fresh, "").expect(400, "PrincipalNotFound");
		as("Priya").assign(ArmCalls.CLINICAL, UUID.randomUUID(), READER, fresh, "ServicePrincipal").expect(201);
		control("POST", "/clock", "{\"offset\":\"PT61S\"}");
		as("Priya").assign(ArmCalls.CLINICAL, UUID.randomUUID(), WRITER, fresh, "").expect(201);
	}

	@Test
	void listsCanBeNarrowed() {
		ArmCalls priya = as("Priya");
		String carmen = Ids.of("person carmen.ruiz").toString();
		assertThat(priya.assignments(ArmCalls.IMAGING, "principalId eq '" + carmen + "'").names()).isEmpty();
		Result throughGroup = priya.assignments(ArmCalls.IMAGING, "assignedTo('" + carmen + "')").expect(200);
		assertThat(throughGroup.text("value/0/properties/principalType")).isEqualTo("Group");
		assertThat(scopes(priya.assignments(ArmCalls.WORKSPACE, "atScope()"))).contains(ArmCalls.PRODUCTION)
			.doesNotContain(ArmCalls.CLINICAL);
		assertThat(scopes(priya.assignments(ArmCalls.WORKSPACE, ""))).contains(ArmCalls.PRODUCTION, ArmCalls.CLINICAL);
		priya.assignments(ArmCalls.WORKSPACE, "roleName eq 'x'").expect(400, "InvalidFilter");
	}

	@Test
	void whatIsAssignedAboveIsListedBelow() {
		UUID name = UUID.randomUUID();
		UUID principal = principal();
		sandbox.bean(Store.class)
			.put(Kind.AZURE_ROLE_ASSIGNMENT, name,
					Json.object()
						.put("scope", "/")
						.put("roleId", READER)
						.put("principalId", principal.toString())
						.put("principalType", "ServicePrincipal"));
		for (String scope : List.of(ArmCalls.PRODUCTION, ArmCalls.CLINICAL)) {
			Result listed = as("Priya").assignments(scope, "assignedTo('" + principal + "')").expect(200);
			assertThat(listed.text("value/0/properties/scope")).isEqualTo("/");
			assertThat(listed.text("value/0/id"))
				.isEqualTo("/providers/Microsoft.Authorization/roleAssignments/" + name);
		}
	}

	@Test
	void assignmentOutlivesItsPrincipal() {
		UUID name = UUID.randomUUID();
		UUID principal = principal();
		as("Priya").assign(ArmCalls.CLINICAL, name, READER, principal, "").expect(201);
		sandbox.bean(Store.class).purge(Kind.SERVICE_PRINCIPAL, principal);
		assertThat(as("Priya").assignments(ArmCalls.CLINICAL, "principalId eq '" + principal + "'").names())
			.containsExactly(name.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"properties\":{\"principalId\":\"x\"}}", "[]", "{" })
	void requestThatMakesNoSenseIsRefused(String body) {
		Result refused = as("Priya").send("PUT", ArmCalls.assignment(ArmCalls.CLINICAL, UUID.randomUUID()), body);
		refused.expect(400);
		assertThat(refused.text("error/code")).isNotEmpty();
	}

	@Test
	void conditionsAreNotServed() {
		as("Priya")
			.send("PUT", ArmCalls.assignment(ArmCalls.CLINICAL, UUID.randomUUID()),
					"{\"properties\":{\"condition\":\"x\"}}")
			.expect(501, "SandboxNotImplemented");
		as("Priya")
			.send("PUT",
					ArmCalls.assignment(ArmCalls.CLINICAL, UUID.randomUUID()).replace("Assignments/", "Assignments/x"),
					"{}")
			.expect(400);
	}

	private static List<String> scopes(Result list) {
		return list.expect(200)
			.json()
			.path("value")
			.valueStream()
			.map((row) -> row.at("/properties/scope").asString())
			.toList();
	}

	private static ArmCalls as(String givenName) {
		return ArmCalls.as(sandbox, givenName);
	}

	/** A service principal without Azure roles. */
	private static UUID principal() {
		return sandbox.bean(Store.class)
			.all(Kind.SERVICE_PRINCIPAL, Copy.MASTER)
			.stream()
			.filter((each) -> each.appId() != null
					&& sandbox.bean(Store.class).liveByAppId(Kind.APPLICATION, each.appId(), Copy.MASTER).isPresent())
			.reduce((first, second) -> second)
			.orElseThrow()
			.id();
	}

	/** An application that has no service principal. */
	private static UUID unprovisioned() {
		Store store = sandbox.bean(Store.class);
		return store.all(Kind.APPLICATION, Copy.MASTER)
			.stream()
			.map(Item::appId)
			.filter((appId) -> appId != null && store.liveByAppId(Kind.SERVICE_PRINCIPAL, appId, Copy.MASTER).isEmpty())
			.findFirst()
			.orElseThrow();
	}

	private static UUID person(String givenName) {
		return sandbox.bean(TenantDirectory.class)
			.people()
			.stream()
			.filter((person) -> person.givenName().equals(givenName))
			.findFirst()
			.orElseThrow()
			.objectId();
	}

	private static void control(String method, String path, String body) throws Exception {
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(sandbox.resolve("/_sandbox" + path))
				.header("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
	}

}
