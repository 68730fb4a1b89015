package health.admit.portal.inventory;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.directory.TenantScans;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.GrantedScopes;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.support.Poll;
import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxControls.Exchange;
import health.admit.support.SandboxServer;
import health.admit.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many requests it takes to keep an index near its tenant, as the sandbox counts
 * them.
 */
class RefreshCallsTests {

	private static SandboxServer sandbox;

	private static SandboxControls controls;

	private static PortalServer portal;

	private static Visitor priya;

	private static Delegation delegation;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start("applications=1200");
		controls = new SandboxControls(sandbox);
		portal = PortalServer.start(sandbox);
		priya = new Visitor(URI.create(portal.baseUrl())).signIn("Priya Raman");
		delegation = IndexJourneyTests.delegation(portal);
	}

	@AfterEach
	void mend() {
		controls.clearFaults();
	}

	@AfterAll
	static void stop() {
		priya.close();
		portal.close();
		sandbox.close();
	}

	@Test
	void aFullPassAndWhatFollows() {
		int pages = (live().size() + 998) / 999;
		List<Exchange> first = sentFor(() -> refreshing().everything(delegation));
		assertThat(first).filteredOn((sent) -> sent.path().startsWith("/v1.0/applications"))
			.hasSizeLessThanOrEqualTo(pages + 4);
		// One more asks for the policy of the tenant.
		assertThat(first).hasSizeLessThanOrEqualTo(pages + 5);
		assertEqual();

		assertThat(sentFor(() -> refreshing().now(delegation))).hasSizeLessThanOrEqualTo(2);

		List<Item> withSecrets = live().stream()
			.filter((item) -> !Json.objects(item.json(), "passwordCredentials").isEmpty())
			.limit(500)
			.toList();
		assertThat(withSecrets).hasSize(500);
		withSecrets.forEach((item) -> store().update(Kind.APPLICATION, item.id(),
				(document) -> document.put("displayName", "Renamed " + item.id())));
		assertThat(sentFor(() -> refreshing().now(delegation))).hasSizeLessThanOrEqualTo(10);
		assertEqual();

		for (int count = 0; count < 25; count++) {
			store().put(Kind.APPLICATION, UUID.randomUUID(), trusting(count));
		}
		assertThat(sentFor(() -> refreshing().now(delegation))).extracting(Exchange::path)
			.containsExactly("/v1.0/applications/delta()", "/v1.0/$batch", "/v1.0/$batch");
		assertEqual();
	}

	@Test
	void saysWhyOwnersAreNotKnownAndTriesAgainLater() {
		sentFor(() -> refreshing().now(delegation));
		portal.bean(JdbcTemplate.class).update("update inventory_object set owners_read_at = null");
		VirtualTime time = new VirtualTime();
		OwnerReading owners = new OwnerReading(portal.bean(OwnersDue.class), portal.bean(OwnerStore.class),
				portal.bean(TenantScans.class), portal.bean(GrantedScopes.class), portal.bean(Background.class),
				portal.bean(RealWaiting.class), time);
		CredentialFilter filter = CredentialFilter.ALL.in(Set.of(Band.EXPIRED));
		controls.fault("{\"rules\":[{\"kind\":\"DENIED\",\"method\":\"POST\",\"path\":\"batch\",\"times\":1}]}");

		List<Exchange> sent = sentFor(() -> {
			assertThat(owners.read(delegation, filter)).isPositive();
			Poll.until("the refusal", Duration.ofMinutes(1), () -> owners.trouble(delegation).isPresent());
			assertThat(owners.read(delegation, filter)).isPositive();
		});
		assertThat(sent).hasSize(1);
		assertThat(owners.trouble(delegation).get().cause()).isEqualTo(Freshness.Cause.REFUSED);
		assertThat(owners.trouble(delegation).get().code()).isEqualTo("Authorization_RequestDenied");

		time.pass(Duration.ofSeconds(61));
		Poll.until("owners are known", Duration.ofMinutes(1), () -> owners.read(delegation, filter) == 0);
		assertThat(owners.trouble(delegation)).isEmpty();
	}

	@Test
	void whoIsOwnerNoMoreIsOnlyCalledDeletedWhenTheAccountIs() {
		UUID ada = person("Ada");
		UUID bob = person("Bob");
		UUID removed = ownedBy(ada);
		UUID orphaned = ownedBy(bob);
		UUID unseen = ownedBy(ada);
		Set<UUID> all = Set.of(removed, orphaned, unseen);
		sentFor(() -> refreshing().now(delegation));
		readOwners(all);
		assertThat(all).allSatisfy((id) -> assertThat(owners(id)).isEqualTo(OwnerState.GOOD));

		disown(unseen);
		controls.fault("{\"rules\":[{\"kind\":\"DENIED\",\"method\":\"POST\",\"path\":\"getByIds\",\"times\":1}]}");
		readOwners(Set.of(unseen));
		assertThat(owners(unseen)).isEqualTo(OwnerState.NONE);

		priya.open("/expiry/policy/people");
		assertThat(priya.path()).isEqualTo("/expiry/policy");
		delegation = IndexJourneyTests.delegation(portal);
		disown(removed);
		store().update(Kind.USER, bob, (document) -> document.put("deletedDateTime", "2026-11-20T00:00:00Z"));
		assertThat(readOwners(all)).containsExactly("/v1.0/$batch", "/v1.0/directoryObjects/getByIds");
		assertThat(owners(removed)).isEqualTo(OwnerState.NONE);
		assertThat(owners(unseen)).isEqualTo(OwnerState.NONE);
		assertThat(owners(orphaned)).isEqualTo(OwnerState.DELETED);
		assertThat(portal.bean(Inventory.class).owners(delegation.tenant(), all)).containsEntry(removed, List.of())
			.hasEntrySatisfying(orphaned,
					(owners) -> assertThat(owners).extracting(Owner::name).containsExactly("Bob"));

		store().update(Kind.USER, bob, (document) -> {
			document.remove("deletedDateTime");
			return document;
		});
		disown(orphaned);
		readOwners(all);
		assertThat(owners(orphaned)).isEqualTo(OwnerState.NONE);
	}

	@Test
	void whoLooksForApplicationsThatNobodyOwnsHasAllOfThemRead() {
		sentFor(() -> refreshing().now(delegation));
		Inventory inventory = portal.bean(Inventory.class);
		UUID tenant = delegation.tenant();
		List<Exchange> sent = sentFor(() -> Poll.until("all owners are read", Duration.ofMinutes(2), () -> {
			priya.open("/expiry/policy");
			return inventory.countOwned(tenant, OwnerState.UNKNOWN) == 0;
		}));
		assertThat(sent).filteredOn((exchange) -> exchange.path().equals("/v1.0/$batch"))
			.hasSizeBetween(1, live().size() / 20 + 3);
		Poll.until("the reading ends", Duration.ofMinutes(1),
				() -> !portal.bean(Background.class).isUnderWay("owners", tenant));
		assertThat(inventory.countOwned(tenant, OwnerState.NONE)).isPositive()
			.isEqualTo(live().stream()
				.filter((item) -> Json.texts(item.json(), "_owners").stream().noneMatch(RefreshCallsTests::isThere))
				.count());
		priya.open("/expiry/policy");
		assertThat(priya.text()).contains("also those without a credential").doesNotContain("have not been read");
	}

	private static boolean isThere(String person) {
		return store().live(Kind.USER, UUID.fromString(person), Copy.MASTER).isPresent();
	}

	private static UUID person(String name) {
		UUID id = UUID.randomUUID();
		store().put(Kind.USER, id,
				Json.object()
					.put("displayName", name)
					.put("userPrincipalName", id + "@contosohealth.example")
					.put("accountEnabled", true)
					.put("userType", "Member"));
		return id;
	}

	private static UUID ownedBy(UUID person) {
		UUID id = UUID.randomUUID();
		ObjectNode document = trusting(0);
		document.withArray("_owners").add(person.toString());
		store().put(Kind.APPLICATION, id, document);
		return id;
	}

	private static void disown(UUID id) {
		store().update(Kind.APPLICATION, id, (document) -> document.set("_owners", Json.array()));
	}

	/** Reads owners that have become old. */
	private static List<String> readOwners(Set<UUID> ids) {
		ids.forEach((id) -> portal.bean(JdbcTemplate.class)
			.update("update inventory_object set owners_read_at = timestamp with time zone '2020-01-01 00:00:00+00' "
					+ "where object_id = ?", id));
		return sentFor(() -> Poll.until("owners are known", Duration.ofMinutes(1),
				() -> refreshing().ownersOf(delegation, ids) == 0
						&& !portal.bean(Background.class).isUnderWay("owners", delegation.tenant())))
			.stream()
			.map(Exchange::path)
			.toList();
	}

	private static OwnerState owners(UUID id) {
		return portal.bean(Inventory.class).application(delegation.tenant(), id).orElseThrow().owners();
	}

	private static ObjectNode trusting(int number) {
		ObjectNode document = Json.object()
			.put("appId", UUID.randomUUID().toString())
			.put("displayName", "Deploys " + number)
			.put("createdDateTime", "2026-01-01T00:00:00Z");
		document.withArray("_federatedIdentityCredentials")
			.addObject()
			.put("id", UUID.randomUUID().toString())
			.put("name", "main")
			.put("issuer", "https://issuer.example")
			.put("subject", "subject");
		return document;
	}

	private static List<Exchange> sentFor(Runnable work) {
		controls.clearRequests();
		work.run();
		Background background = portal.bean(Background.class);
		Poll.until("the reading ends", Duration.ofMinutes(3),
				() -> !background.isUnderWay("reading", delegation.tenant()));
		return controls.graphExchanges();
	}

	private static void assertEqual() {
		assertThat(portal.bean(Inventory.class).freshness(delegation.tenant()).completeness())
			.isEqualTo(Completeness.COMPLETE);
		IndexJourneyTests.assertSame(
				IndexJourneyTests.rows(portal.bean(JdbcTemplate.class), delegation.tenant(), Source.APPLICATION),
				IndexJourneyTests.expected(live()));
	}

	private static Refreshing refreshing() {
		return portal.bean(Refreshing.class);
	}

	private static List<Item> live() {
		return store().all(Kind.APPLICATION, Copy.MASTER).stream().filter((item) -> !item.deleted()).toList();
	}

	private static Store store() {
		return sandbox.bean(Store.class);
	}

}
