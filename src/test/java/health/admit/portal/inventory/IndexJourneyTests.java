package health.admit.portal.inventory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;

import health.admit.portal.directory.TenantScan;
import health.admit.portal.directory.TenantScans;
import health.admit.portal.signin.Delegation;
import health.admit.sandbox.tenant.AdjustableClock;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.support.Database;
import health.admit.support.Poll;
import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
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
 * A sandbox is read through the real gateway while things go wrong. The index ends equal
 * to the sandbox, row by row.
 */
class IndexJourneyTests {

	private static final int APPLICATIONS = 2600;

	private static SandboxServer sandbox;

	private static PortalServer portal;

	private static Visitor hana;

	private static Delegation delegation;

	private final IndexWorld world = new IndexWorld(Database.H2.fresh());

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start("applications=" + APPLICATIONS);
		portal = PortalServer.start(sandbox);
		hana = new Visitor(URI.create(portal.baseUrl())).signIn("Priya Raman");
		delegation = delegation(portal);
	}

	/** Of the one person who has signed in. */
	static Delegation delegation(PortalServer portal) {
		return portal.bean(JdbcTemplate.class)
			.queryForObject("select grant_id, tenant, operator from sealed_client",
					(row, index) -> new Delegation(Rows.id(row, "grant_id"), Rows.id(row, "tenant"),
							Rows.id(row, "operator")));
	}

	@AfterAll
	static void stop() {
		hana.close();
		portal.close();
		sandbox.close();
	}

	@AfterEach
	void mend() {
		new SandboxControls(sandbox).clearFaults();
		sandbox.bean(AdjustableClock.class).offset(Duration.ZERO);
	}

	@Test
	void aBusyGraphIsReadToTheEnd() {
		List<String> rules = new ArrayList<>();
		for (int strike = 1; strike <= 20; strike++) {
			rules.add("{\"kind\":\"THROTTLE\",\"path\":\"/v1.0/applications\",\"retryAfter\":1,\"skip\":%d}"
				.formatted(4 * strike));
		}
		new SandboxControls(sandbox).fault("{\"rules\":[" + String.join(",", rules) + "]}");
		this.world.ifDue(scan());
		assertEqual();
		List<Item> live = live();
		live.subList(0, 30).forEach((item) -> rename(item.id()));
		this.world.read(scan());
		assertEqual();
	}

	@Test
	void aLostPageATokenThatEndsAndAnApplicationThatComesAndGoes() {
		List<Item> all = live();
		UUID early = all.get(10).id();
		UUID late = all.get(2000).id();
		UUID gone = all.get(1500).id();
		List<String> calls = new ArrayList<>();
		TenantScan scan = meddling((link) -> {
			calls.add(String.valueOf(link));
			switch (calls.size()) {
				case 2 -> {
					delete(early);
					delete(late);
					delete(gone);
					sandbox.bean(AdjustableClock.class).offset(Duration.ofHours(2));
				}
				case 3 -> {
					restore(early);
					restore(late);
					return link.replaceAll("skiptoken=[^&]*", "skiptoken=lost");
				}
				default -> {
				}
			}
			return link;
		});
		this.world.ifDue(scan);
		assertThat(calls).filteredOn("null"::equals).hasSize(2);
		assertEqual();
		restore(gone);
		this.world.read(scan());
		assertEqual();
	}

	/** The portal itself, in the background, on its own database. */
	@Test
	void thePortalReadsInTheBackground() {
		Refreshing refreshing = portal.bean(Refreshing.class);
		Inventory inventory = portal.bean(Inventory.class);
		UUID tenant = delegation.tenant();
		assertThat(inventory.freshness(tenant).completeness()).isEqualTo(Completeness.NEVER);
		refreshing.ifDue(delegation);
		Poll.until("the index is complete", Duration.ofMinutes(3),
				() -> inventory.freshness(tenant).completeness() == Completeness.COMPLETE
						&& inventory.freshness(tenant).activity() == null);
		assertThat(inventory.freshness(tenant).applications()).isEqualTo(live().size());
		assertSame(rows(portal.bean(JdbcTemplate.class), tenant, Source.APPLICATION), expected(live()));
		CredentialFilter filter = CredentialFilter.ALL.in(Set.of(Band.EXPIRED));
		int unknown = refreshing.owners(delegation, filter);
		assertThat(unknown).isPositive();
		Poll.until("owners are known", Duration.ofMinutes(2), () -> refreshing.owners(delegation, filter) == 0);
		assertThat(inventory.page(tenant, filter, Sorting.ENDS_FIRST, new Slice(null, 50)).rows())
			.extracting(CredentialRow::owners)
			.contains(OwnerState.GOOD);
	}

	private void assertEqual() {
		assertThat(this.world.freshness().completeness()).isEqualTo(Completeness.COMPLETE);
		assertSame(rows(this.world.jdbc, this.world.tenant, Source.APPLICATION), expected(live()));
		this.world.checkCounts();
	}

	/** Only what differs: thousands of rows would tell nobody anything. */
	static void assertSame(Map<String, Set<String>> rows, Map<String, Set<String>> expected) {
		Map<String, Set<String>> surplus = new TreeMap<>(rows);
		expected.forEach(surplus::remove);
		Map<String, Set<String>> missing = new TreeMap<>(expected);
		rows.forEach(missing::remove);
		assertThat(surplus.entrySet().stream().limit(5)).as("rows of the index")
			.containsExactlyElementsOf(missing.entrySet().stream().limit(5).toList());
	}

	private static TenantScan scan() {
		return portal.bean(TenantScans.class).actingFor(delegation);
	}

	/** Something happens before each page, and a link may be spoilt. */
	private static TenantScan meddling(UnaryOperator<String> before) {
		TenantScan real = scan();
		return (TenantScan) Proxy.newProxyInstance(TenantScan.class.getClassLoader(),
				new Class<?>[] { TenantScan.class }, (proxy, method, arguments) -> {
					try {
						return method.invoke(real, method.getName().equals("applications")
								? new Object[] { before.apply((String) arguments[0]) } : arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	private static void rename(UUID id) {
		store().update(Kind.APPLICATION, id, (document) -> document.put("displayName", "Renamed " + id));
	}

	private static void delete(UUID id) {
		store().update(Kind.APPLICATION, id, (document) -> document.put("deletedDateTime", "2026-01-01T00:00:00Z"));
	}

	private static void restore(UUID id) {
		store().update(Kind.APPLICATION, id, (document) -> {
			document.remove("deletedDateTime");
			return document;
		});
	}

	private static List<Item> live() {
		return store().all(Kind.APPLICATION, Copy.MASTER).stream().filter((item) -> !item.deleted()).toList();
	}

	private static Store store() {
		return sandbox.bean(Store.class);
	}

	static Map<String, Set<String>> expected(List<Item> items) {
		Map<String, Set<String>> rows = new TreeMap<>();
		for (Item item : items) {
			ObjectNode json = item.json();
			Set<String> lines = new TreeSet<>();
			lines.add("object " + item.appId() + " " + Cut.clean(item.name()));
			for (String member : List.of("passwordCredentials", "keyCredentials")) {
				Json.objects(json, member)
					.forEach((each) -> lines.add(Json.text(each, "keyId") + " " + member + " "
							+ Instant.parse(Json.text(each, "endDateTime")).truncatedTo(ChronoUnit.SECONDS)));
			}
			Json.objects(json, "_federatedIdentityCredentials")
				.forEach((each) -> lines.add(Json.text(each, "id") + " federated"));
			rows.put(item.id().toString(), lines);
		}
		return rows;
	}

	static Map<String, Set<String>> rows(JdbcTemplate jdbc, UUID tenant, Source source) {
		Map<String, Set<String>> rows = new TreeMap<>();
		jdbc.query("select * from inventory_object where tenant = ? and source = ?", (row) -> {
			rows.computeIfAbsent(row.getString("object_id"), (id) -> new TreeSet<>())
				.add("object " + row.getString("app_id") + " " + row.getString("name"));
		}, tenant, source.name());
		jdbc.query("select * from inventory_credential where tenant = ?", (row) -> {
			Facet facet = Facet.of(row.getInt("facet"));
			if (facet.source() != source) {
				return;
			}
			String rest = switch (facet.kind()) {
				case SECRET -> "passwordCredentials " + Rows.instant(row, "ends_at");
				case CERTIFICATE -> "keyCredentials " + Rows.instant(row, "ends_at");
				case FEDERATED -> "federated";
			};
			rows.computeIfAbsent(row.getString("object_id"), (id) -> new TreeSet<>())
				.add(row.getString("key_id") + " " + rest);
		}, tenant);
		return rows;
	}

}
