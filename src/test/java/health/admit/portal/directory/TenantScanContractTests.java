package health.admit.portal.directory;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import health.admit.portal.cloud.Backoff;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.PortalTokens;
import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.support.GraphSlice;
import health.admit.support.RecordingProxy;
import health.admit.support.SandboxServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Reading a whole tenant against the sandbox: what is read is compared with what the
 * sandbox holds, and every exchange with Graph's published description.
 */
class TenantScanContractTests {

	private static final int APPLICATIONS = 1200;

	private static SandboxServer sandbox;

	private static RecordingProxy proxy;

	private static SandboxTokens tokens;

	private static TenantScans scans;

	private final TenantScan scan = scans
		.actingFor(new Delegation(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start("applications=" + APPLICATIONS);
		tokens = new SandboxTokens(sandbox);
		proxy = new RecordingProxy(sandbox.baseUrl());
		URI origin = proxy.origin();
		Cloud cloud = new Cloud(CloudName.SANDBOX, UUID.randomUUID(), origin, origin, origin, origin);
		DirectoryProperties properties = new DirectoryProperties(Duration.ofSeconds(5), Duration.ofSeconds(30),
				Duration.ofSeconds(30), Duration.ofSeconds(30), 3, Duration.ZERO, Duration.ZERO, Duration.ZERO);
		Backoff once = new Backoff(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, () -> 0);
		scans = new GraphTenantScans(GraphClients.of(cloud, properties, new SimpleMeterRegistry()), cloud,
				new ExactTokens(), new RolelessToken(), once, (time) -> {
				}, Clock.systemUTC());
	}

	@AfterAll
	static void everyExchangeWasAsPublished() {
		sandbox.close();
		proxy.close();
		Optional<GraphSlice> slice = GraphSlice.find();
		assumeTrue(slice.isPresent(), "The description of Graph is not at hand: nothing was checked against it");
		assertThat(proxy.exchanges()).filteredOn((exchange) -> exchange.address().getPath().startsWith("/v1.0/"))
			.allSatisfy((exchange) -> assertThat(slice.get()
				.faults(exchange.method(), exchange.address(), exchange.body(), exchange.status(), exchange.answer()))
				.as(exchange.toString())
				.isEmpty());
	}

	@Test
	void everyApplicationIsReadWithEveryCredential() {
		Map<UUID, ScannedObject> read = new HashMap<>();
		int pages = 0;
		String link = null;
		do {
			ScanPage page = this.scan.applications(link);
			page.objects().forEach((object) -> assertThat(read.put(object.objectId(), object)).isNull());
			link = page.next();
			pages++;
		}
		while (link != null);
		assertThat(pages).isEqualTo(2);
		assertSame(read, Kind.APPLICATION);
		assertThat(this.scan.applicationCount()).isEqualTo(read.size());
		assertThat(read.values()).allSatisfy((object) -> {
			assertThat(object.createdAt()).isNotNull();
			assertThat(object.federated()).isNotNull();
		});
	}

	@Test
	void everyServicePrincipalIsReadWithEveryCredential() {
		Map<UUID, ScannedObject> read = new HashMap<>();
		String link = null;
		do {
			ScanPage page = this.scan.servicePrincipals(link);
			page.objects().forEach((object) -> read.put(object.objectId(), object));
			link = page.next();
		}
		while (link != null);
		assertSame(read, Kind.SERVICE_PRINCIPAL);
		assertThat(this.scan.servicePrincipalCount()).isEqualTo(read.size());
	}

	@Test
	void federatedCredentialsComeWithTheList() {
		UUID id = UUID.randomUUID();
		UUID credential = UUID.randomUUID();
		store().put(Kind.APPLICATION, id,
				(tools.jackson.databind.node.ObjectNode) Json
					.read("""
							{"appId":"%s","displayName":"Federated","createdDateTime":"2026-01-01T00:00:00Z","_federatedIdentityCredentials":[{"id":"%s","name":"main",
							"issuer":"https://issuer.example","subject":"s","audiences":["a"],"description":null}]}"""
						.formatted(UUID.randomUUID(), credential)));
		String link = this.scan.applications(null).next();
		assertThat(this.scan.applications(link).objects()).filteredOn((object) -> object.objectId().equals(id))
			.singleElement()
			.satisfies((object) -> assertThat(object.federated()).containsExactly(
					new ScannedObject.ScannedFederation(credential, "main", "https://issuer.example", "s")));
	}

	@Test
	void changesAreToldOnceAndInTheEndNone() {
		List<Item> some = store().all(Kind.APPLICATION, Copy.MASTER).subList(100, 103);
		String link = this.scan.applicationChangesFromNow();
		store().update(Kind.APPLICATION, some.get(0).id(), (document) -> document.put("displayName", "Renamed"));
		store().update(Kind.APPLICATION, some.get(1).id(),
				(document) -> document.put("deletedDateTime", "2026-01-01T00:00:00Z"));
		store().purge(Kind.APPLICATION, some.get(2).id());
		store().put(Kind.SERVICE_PRINCIPAL, UUID.randomUUID(),
				Json.object().put("appId", UUID.randomUUID().toString()).put("displayName", "Not an application"));
		ChangePage page = this.scan.changes(link);
		assertThat(page.changed()).singleElement().satisfies((object) -> {
			assertThat(object.objectId()).isEqualTo(some.get(0).id());
			assertThat(object.displayName()).isEqualTo("Renamed");
		});
		assertThat(page.removed()).containsExactly(some.get(1).id(), some.get(2).id());
		ChangePage nothing = this.scan.changes(page.later());
		assertThat(nothing.changed()).isEmpty();
		assertThat(nothing.removed()).isEmpty();
		assertThat(nothing.later()).isNotNull();
	}

	@Test
	void changesOfServicePrincipalsAreTold() {
		String link = this.scan.servicePrincipalChangesFromNow();
		UUID id = store().all(Kind.SERVICE_PRINCIPAL, Copy.MASTER).get(50).id();
		store().update(Kind.SERVICE_PRINCIPAL, id, (document) -> {
			document.withArray("passwordCredentials")
				.add(Json.object().put("keyId", UUID.randomUUID().toString()).put("hint", "abc"));
			return document;
		});
		assertThat(this.scan.changes(link).changed()).singleElement()
			.satisfies((object) -> assertThat(object.secrets()).hasSize(1));
	}

	@Test
	void ownersComeTwentyAtOnce() {
		List<Item> twenty = store().all(Kind.APPLICATION, Copy.MASTER).subList(0, 19);
		List<UUID> asked = new ArrayList<>(twenty.stream().map(Item::id).toList());
		UUID gone = UUID.randomUUID();
		asked.add(gone);
		Map<UUID, List<DirectoryPerson>> owners = this.scan.applicationOwners(asked);
		assertThat(owners).hasSize(19).doesNotContainKey(gone);
		for (Item application : twenty) {
			assertThat(owners.get(application.id())).extracting((person) -> person.objectId().toString())
				.isSubsetOf(Json.texts(application.json(), "_owners"));
		}
		assertThat(owners.values().stream().flatMap(List::stream)).isNotEmpty()
			.allSatisfy((person) -> assertThat(person.displayName()).isNotBlank());
		assertThat(owners.values().stream().flatMap(List::stream))
			.anySatisfy((person) -> assertThat(person.mail()).endsWith("@contosohealth.example"));
	}

	@Test
	void whoWasDeletedIsNotThere() {
		List<UUID> people = store().all(Kind.USER, Copy.MASTER)
			.stream()
			.filter((user) -> !user.deleted())
			.map(Item::id)
			.limit(2)
			.toList();
		UUID principal = store().all(Kind.SERVICE_PRINCIPAL, Copy.MASTER).get(0).id();
		UUID left = UUID.randomUUID();
		store().put(Kind.USER, left,
				Json.object().put("displayName", "Left").put("deletedDateTime", "2026-01-01T00:00:00Z"));
		Set<UUID> there = new HashSet<>(people);
		there.add(principal);
		List<UUID> asked = new ArrayList<>(there);
		asked.add(left);
		asked.add(UUID.randomUUID());
		assertThat(this.scan.present(asked)).hasValue(there);
	}

	@Test
	void federatedCredentialsComeTwentyAtOnce() {
		List<Item> twenty = store().all(Kind.APPLICATION, Copy.MASTER).subList(0, 19);
		List<UUID> asked = new ArrayList<>(twenty.stream().map(Item::id).toList());
		UUID gone = UUID.randomUUID();
		asked.add(gone);
		Map<UUID, List<ScannedObject.ScannedFederation>> federated = this.scan.federatedCredentials(asked);
		assertThat(federated).hasSize(19).doesNotContainKey(gone);
		for (Item application : twenty) {
			assertThat(federated.get(application.id())).extracting((each) -> each.id() + " " + each.subject())
				.isEqualTo(Json.objects(application.json(), "_federatedIdentityCredentials")
					.stream()
					.map((each) -> Json.text(each, "id") + " " + Json.text(each, "subject"))
					.toList());
		}
		assertThat(federated.values().stream().flatMap(List::stream)).isNotEmpty();
	}

	@Test
	void aPageTokenThatIsNoneIsALostLink() {
		assertThatExceptionOfType(LinkLost.class).isThrownBy(() -> this.scan
			.applications(proxy.origin() + "/v1.0/applications?$top=999&$select=id&$skiptoken=nonsense"));
		assertThatExceptionOfType(LinkLost.class)
			.isThrownBy(() -> this.scan.changes(proxy.origin() + "/v1.0/applications/delta()?$deltatoken=nonsense"));
	}

	@Test
	void thePortalAloneMayReadNothingWithoutARole() {
		assertThatExceptionOfType(DirectoryRefused.class).isThrownBy(() -> scans.actingAsPortal().applications(null))
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(403));
	}

	private static void assertSame(Map<UUID, ScannedObject> read, Kind kind) {
		Set<UUID> expected = new HashSet<>();
		for (Item item : store().all(kind, Copy.MASTER)) {
			if (item.deleted()) {
				continue;
			}
			expected.add(item.id());
			ScannedObject object = read.get(item.id());
			assertThat(object).as(item.name()).isNotNull();
			assertThat(object.appId()).isEqualTo(item.appId());
			assertThat(object.secrets()).extracting((secret) -> secret.keyId().toString())
				.containsExactlyElementsOf(keyIds(item, "passwordCredentials"));
			assertThat(object.certificates()).extracting((certificate) -> certificate.keyId().toString())
				.containsExactlyElementsOf(keyIds(item, "keyCredentials"));
		}
		assertThat(read.keySet()).isEqualTo(expected);
	}

	private static List<String> keyIds(Item item, String member) {
		return Json.objects(item.json(), member)
			.stream()
			.filter((each) -> !each.path("usage").asString("").equals("Sign"))
			.filter((each) -> member.equals("keyCredentials") || !each.has("customKeyIdentifier"))
			.map((each) -> Json.text(each, "keyId"))
			.toList();
	}

	private static Store store() {
		return sandbox.bean(Store.class);
	}

	/** Tokens that carry what was asked for and nothing more. */
	private static final class ExactTokens implements DelegatedTokens {

		@Override
		public String graph(Delegation delegation, Set<DelegatedScope> scopes) {
			return tokens.of("Ingrid",
					scopes.stream().map(DelegatedScope::value).sorted().collect(Collectors.joining(" ")));
		}

		@Override
		public String resourceManager(Delegation delegation) {
			throw new IllegalStateException("The directory has no business with Azure");
		}

		@Override
		public void forget(Delegation delegation) {
			throw new IllegalStateException("The sandbox refused a token");
		}

	}

	private static final class RolelessToken implements PortalTokens {

		@Override
		public String graph() {
			return tokens.ofClient(UUID.randomUUID());
		}

		@Override
		public void forget() {
			throw new IllegalStateException("The sandbox refused a token");
		}

	}

}
