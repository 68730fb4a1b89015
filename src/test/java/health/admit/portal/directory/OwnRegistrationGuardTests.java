package health.admit.portal.directory;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.StubGraph.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No write of any kind reaches the portal's own registration, under any of its keys.
 */
class OwnRegistrationGuardTests {

	private static final UUID OWN = StubbedDirectory.OWN_APPLICATION;

	private static final UUID OWN_PRINCIPAL = StubbedDirectory.OWN_PRINCIPAL;

	private static final UUID OTHER = UUID.randomUUID();

	private static final UUID REQUEST = UUID.randomUUID();

	private static final List<String> SCOPES = List.of("user_impersonation");

	private final StubGraph graph = new StubGraph();

	private final Directory directory = new StubbedDirectory(this.graph.origin()).directory();

	@AfterEach
	void close() {
		this.graph.close();
	}

	@ParameterizedTest
	@MethodSource("writesToItself")
	void nothingIsSent(Write write) {
		this.graph.will(Reply.json(200, "{}"));
		Answer<?> answer = write.call.apply(this.directory);
		assertThat(this.graph.requests()).isEmpty();
		assertThat(answer).isInstanceOfSatisfying(Answer.Failure.class, (failure) -> {
			assertThat(failure.status()).isEqualTo(403);
			assertThat(failure.code()).isEqualTo("OwnRegistration");
			assertThat(failure.trace().clientRequestId()).isEqualTo(REQUEST);
		});
	}

	@Test
	void everyKindOfWriteIsTried() {
		assertThat(writesToItself().map(Write::method).distinct())
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(Directory.class.getMethods())
				.filter((method) -> method.getReturnType().equals(Answer.class))
				.map(Method::getName)
				.toList());
	}

	static Set<Map.Entry<String, List<Function<Directory, Answer<?>>>>> writes() {
		ConsentGrant ofOwn = new ConsentGrant("g", OWN_PRINCIPAL, OTHER, SCOPES);
		FederatedCredential federation = new FederatedCredential("n", "https://issuer.example", "s", "a", null);
		return Map.<String, List<Function<Directory, Answer<?>>>>of("upsertApplication",
				List.of((directory) -> directory.upsertApplication(StubbedDirectory.OWN_NAME, Bodies.confidential("x"),
						REQUEST)),
				"createServicePrincipal",
				List.of((directory) -> directory.createServicePrincipal(StubbedDirectory.OWN_APP_ID, REQUEST)),
				"addOwner", List.of((directory) -> directory.addOwner(OWN, OTHER, REQUEST)), "addSecret",
				List.of((directory) -> directory.addSecret(OWN, "x", null, Instant.EPOCH, REQUEST)), "removeSecret",
				List.of((directory) -> directory.removeSecret(OWN, OTHER, REQUEST)), "replaceCertificates",
				List.of((directory) -> directory.replaceCertificates(OWN, List.of(), REQUEST)),
				"addFederatedCredential",
				List.of((directory) -> directory.addFederatedCredential(OWN, federation, REQUEST)),
				"createTenantWideGrant",
				List.of((directory) -> directory.createTenantWideGrant(OWN_PRINCIPAL, OTHER, SCOPES, REQUEST),
						(directory) -> directory.createTenantWideGrant(OTHER, OWN_PRINCIPAL, SCOPES, REQUEST)),
				"changeGrant", List.of((directory) -> directory.changeGrant(ofOwn, SCOPES, REQUEST)), "grantAppRole",
				List.of((directory) -> directory.grantAppRole(OWN_PRINCIPAL, OTHER, OTHER, REQUEST),
						(directory) -> directory.grantAppRole(OTHER, OWN_PRINCIPAL, OTHER, REQUEST)))
			.entrySet();
	}

	static Set<Map.Entry<String, List<Function<Directory, Answer<?>>>>> removals() {
		ConsentGrant ofOwn = new ConsentGrant("g", OWN_PRINCIPAL, OTHER, SCOPES);
		AppRoleGrant role = new AppRoleGrant("a", OWN_PRINCIPAL, OTHER, OTHER);
		return Map
			.<String, List<Function<Directory, Answer<?>>>>of("removeFederatedCredential",
					List.of((directory) -> directory.removeFederatedCredential(OWN, "n", REQUEST)), "removeGrant",
					List.of((directory) -> directory.removeGrant(ofOwn, REQUEST)), "removeAppRole",
					List.of((directory) -> directory.removeAppRole(role, REQUEST)), "deleteServicePrincipal",
					List.of((directory) -> directory.deleteServicePrincipal(OWN_PRINCIPAL, REQUEST)),
					"deleteApplication", List.of((directory) -> directory.deleteApplication(OWN, REQUEST)))
			.entrySet();
	}

	static Stream<Write> writesToItself() {
		return Stream.of(writes(), removals())
			.flatMap(Set::stream)
			.flatMap((writes) -> writes.getValue().stream().map((call) -> new Write(writes.getKey(), call)));
	}

	/**
	 * One way to write.
	 */
	record Write(String method, Function<Directory, Answer<?>> call) {

		@Override
		public String toString() {
			return this.method;
		}

	}

}
