package health.admit.sandbox.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.support.GraphSlice;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class PermissionContractTests {

	private static final String NOBODY = "00000000-0000-0000-0000-000000000001";

	private static SandboxServer sandbox;

	private static SandboxTokens tokens;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		tokens = new SandboxTokens(sandbox);
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	static Stream<Routes.Route> operations() {
		return sandbox.bean(GraphService.class)
			.operations()
			.stream()
			.filter((route) -> !route.template().equals("/$batch") && !route.template().startsWith("/beta/"));
	}

	@ParameterizedTest
	@MethodSource("operations")
	void operationOpensWithEachAlternativeAndWithNothingElse(Routes.Route route) {
		Permissions.Rule rule = rule(route);
		Set<String> all = Arrays.stream((GraphCalls.ALL_SCOPES + " User.Read.All Application.Read.All "
				+ "Directory.ReadWrite.All RoleManagement.Read.Directory AuditLog.Read.All Policy.ReadWrite.Authorization")
			.split(" ")).collect(Collectors.toCollection(LinkedHashSet::new));
		for (Set<String> alternative : rule.delegated()) {
			assertThat(call(route, String.join(" ", alternative)).status())
				.as("%s %s with %s", route.method(), route.template(), alternative)
				.isNotIn(401, 403, 501);
			alternative.forEach(all::remove);
		}
		GraphCalls.Result refused = call(route, String.join(" ", all)).expect(403);
		assertThat(refused.code()).isEqualTo("Authorization_RequestDenied");
		assertThat(refused.message()).isEqualTo("Insufficient privileges to complete the operation.");
	}

	@ParameterizedTest
	@MethodSource("operations")
	void tableSaysWhatMicrosoftPublishes(Routes.Route route) {
		assumeTrue(GraphSlice.find().isPresent(), "The description of Graph is not at hand");
		assumeFalse(GraphSlice.isElsewhere(route.template()), "The description does not hold this operation");
		Map<String, Object> published = GraphSlice.find()
			.get()
			.permissions(route.method(), route.template())
			.orElseGet(() -> fail("Not published: " + route.template()));
		Permissions.Rule rule = rule(route);

		assertThat(words(published, "delegated")).containsAll(flat(rule.delegated()));
		assertThat(words(published, "application")).containsAll(flat(rule.application()));
	}

	@ParameterizedTest
	@CsvSource({ "Priya,201,204", "Amara,201,204", "Jonas,201,204", "Elif,201,403", "Noah,201,403", "Tom,201,403",
			"Ingrid,201,403", "Olga,403,403" })
	void directoryRolesLimitWhatAPersonMayWrite(String person, int create, int changeForeign) {
		GraphCalls own = GraphCalls.as(sandbox, person);
		String foreign = GraphCalls.asRegistrar(sandbox)
			.post("/applications", "{'displayName': 'Foreign'}")
			.expect(201)
			.text("id");

		GraphCalls.Result created = own.post("/applications", "{'displayName': 'By " + person + "'}").expect(create);
		own.patch("/applications/" + foreign, "{'notes': 'x'}").expect(changeForeign);
		if (create == 201) {
			own.patch("/applications/" + created.text("id"), "{'notes': 'x'}").expect(204);
		}
	}

	@Test
	void administratorsDoNotBecomeOwnersAndOthersDo() {
		String byAdmin = GraphCalls.asRegistrar(sandbox)
			.post("/applications", "{'displayName': 'No owner'}")
			.expect(201)
			.text("id");
		GraphCalls elif = GraphCalls.as(sandbox, "Elif");
		String byDeveloper = elif.post("/applications", "{'displayName': 'Mine'}").expect(201).text("id");

		assertThat(elif.get("/applications/" + byAdmin + "/owners").expect(200).json().path("value").size()).isZero();
		assertThat(elif.get("/applications/" + byDeveloper + "/owners").expect(200).text("value/0/id"))
			.isEqualTo(tokens.person("Elif").objectId().toString());
		assertThat(elif.get("/me/ownedObjects").expect(200).response().body()).contains(byDeveloper);
	}

	@Test
	void tokensThatAreMissingOldOrForAnotherServiceAreRefused() {
		List<String> bad = List.of("", "not.a.token", tokens.expired("Priya"),
				tokens.forAudience("https://management.azure.com/", "Priya"));
		for (String token : bad) {
			GraphCalls.Result refused = new GraphCalls(sandbox, token).get("/me").expect(401);

			assertThat(refused.code()).isEqualTo("InvalidAuthenticationToken");
			assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
		}
	}

	private static Permissions.Rule rule(Routes.Route route) {
		Permissions.Rule rule = sandbox.bean(Permissions.class).rules().get(route.method() + " " + route.template());
		assertThat(rule).as("rule for %s %s", route.method(), route.template()).isNotNull();
		return rule;
	}

	/** As a Global Administrator, so that only the scopes decide. */
	private static GraphCalls.Result call(Routes.Route route, String scopes) {
		String id = route.template().startsWith("/domains") ? "contosohealth.example" : NOBODY;
		String body = route.method().equals("POST") || route.method().equals("PATCH") ? "{}" : "";
		return new GraphCalls(sandbox, tokens.of("Amara", scopes)).send(route.method(),
				route.template().replace("{}", id), body, Map.of("ConsistencyLevel", "eventual"));
	}

	private static Set<String> flat(List<Set<String>> alternatives) {
		return alternatives.stream().flatMap(Set::stream).collect(Collectors.toSet());
	}

	private static List<String> words(Map<String, Object> published, String side) {
		List<String> words = new ArrayList<>();
		if (published.get(side) instanceof Map<?, ?> permissions) {
			permissions.forEach((kind, values) -> {
				if (values instanceof List<?> list) {
					list.forEach((each) -> words.add(each.toString()));
				}
				else if (values instanceof Map<?, ?> also) {
					also.values().forEach((each) -> words.addAll(List.of(each.toString().split(","))));
				}
			});
		}
		return words;
	}

}
