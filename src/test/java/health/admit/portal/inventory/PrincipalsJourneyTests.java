package health.admit.portal.inventory;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import health.admit.portal.signin.Delegation;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.support.Poll;
import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A portal that reads service principals as well.
 */
class PrincipalsJourneyTests {

	private static final String DENIED = "{\"rules\":[{\"kind\":\"DENIED\",\"path\":\"^/v1.0/servicePrincipals\",\"times\":99}]}";

	private final SandboxServer sandbox = SandboxServer.start("applications=60");

	private final SandboxControls controls = new SandboxControls(this.sandbox);

	private final PortalServer portal = PortalServer.start(this.sandbox, "admit.inventory.service-principals=true");

	private final Inventory inventory = this.portal.bean(Inventory.class);

	private Visitor priya;

	private Delegation delegation;

	@BeforeEach
	void signIn() {
		this.priya = new Visitor(URI.create(this.portal.baseUrl())).signIn("Priya Raman");
		this.delegation = IndexJourneyTests.delegation(this.portal);
	}

	@AfterEach
	void stop() {
		this.priya.close();
		this.portal.close();
		this.sandbox.close();
	}

	@Test
	void whatServicePrincipalsHoldIsThereAndCountsForTheWhole() {
		this.controls.fault(DENIED);
		everything();
		assertThat(freshness().completeness()).isEqualTo(Completeness.PARTIAL);
		assertThat(freshness().trouble().cause()).isEqualTo(Freshness.Cause.REFUSED);
		assertThat(freshness().troubled().orElseThrow().source()).isEqualTo(Source.SERVICE_PRINCIPAL);
		assertThat(notice())
			.contains("Not complete", "The last reading of all enterprise applications ended early",
					"refused to list enterprise applications")
			.doesNotContain("refused to list applications");
		assertThat(reading(Source.APPLICATION).known().isSound()).isTrue();
		assertThat(reading(Source.APPLICATION).known().fullAt()).isNotNull();

		this.controls.clearFaults();
		everything();
		assertThat(freshness().completeness()).isEqualTo(Completeness.COMPLETE);
		assertThat(freshness().applications()).isEqualTo(live(Kind.APPLICATION).size());
		assertThat(freshness().principals()).isEqualTo(live(Kind.SERVICE_PRINCIPAL).size());
		assertThat(notice()).contains(live(Kind.APPLICATION).size() + " applications, "
				+ live(Kind.SERVICE_PRINCIPAL).size() + " enterprise applications and ", ", complete.");
		assertThat(reading(Source.SERVICE_PRINCIPAL).known().objects()).isEqualTo(live(Kind.SERVICE_PRINCIPAL).size());
		assertThat(reading(Source.SERVICE_PRINCIPAL).progress().expected())
			.isEqualTo(live(Kind.SERVICE_PRINCIPAL).size());
		IndexJourneyTests.assertSame(IndexJourneyTests.rows(jdbc(), tenant(), Source.APPLICATION),
				IndexJourneyTests.expected(live(Kind.APPLICATION)));
		assertThat(rows()).isEqualTo(expected());
		assertThat(ofKind(CredentialKind.CERTIFICATE)).isNotEmpty();
		assertThat(ofKind(CredentialKind.SECRET)).isNotEmpty();

		this.controls.fault(DENIED);
		refresh();
		assertThat(freshness().completeness()).isEqualTo(Completeness.FAILED);
		assertThat(freshness().trouble().code()).isEqualTo("Authorization_RequestDenied");
		this.controls.clearFaults();
		refresh();
		assertThat(freshness().completeness()).isEqualTo(Completeness.COMPLETE);
		assertThat(freshness().trouble()).isNull();
	}

	private String notice() {
		this.priya.open("/expiry/work");
		return this.priya.textOf("//*[@id='freshness']");
	}

	private void everything() {
		this.portal.bean(Refreshing.class).everything(this.delegation);
		awaitEnd();
	}

	private void refresh() {
		this.portal.bean(Refreshing.class).now(this.delegation);
		awaitEnd();
	}

	private void awaitEnd() {
		Background background = this.portal.bean(Background.class);
		Poll.until("the reading ends", Duration.ofMinutes(2), () -> !background.isUnderWay("reading", tenant()));
	}

	private Freshness freshness() {
		return this.inventory.freshness(tenant());
	}

	private Reading reading(Source source) {
		return this.portal.bean(Readings.class).of(tenant(), source);
	}

	private Map<UUID, CredentialRow> ofKind(CredentialKind kind) {
		CredentialFilter filter = new CredentialFilter(Set.of(), Set.of(kind), Set.of(Source.SERVICE_PRINCIPAL),
				Set.of(), Set.of(), null, null, "");
		return this.inventory.page(tenant(), filter, Sorting.ENDS_FIRST, new Slice(null, 500))
			.rows()
			.stream()
			.collect(Collectors.toMap((row) -> row.key().keyId(), (row) -> row));
	}

	private Set<String> rows() {
		Set<String> rows = new TreeSet<>();
		for (CredentialKind kind : CredentialKind.values()) {
			ofKind(kind).forEach((id, row) -> rows
				.add(row.key().objectId() + " " + kind + " " + id + " " + row.appId() + " " + row.source()));
		}
		return rows;
	}

	/** Entra lists a signing certificate three times; it ends once. */
	private Set<String> expected() {
		Set<String> rows = new TreeSet<>();
		for (Item item : live(Kind.SERVICE_PRINCIPAL)) {
			ObjectNode json = item.json();
			List<ObjectNode> certificates = Json.objects(json, "keyCredentials");
			Set<String> signing = certificates.stream()
				.map((each) -> Json.text(each, "customKeyIdentifier"))
				.collect(Collectors.toSet());
			certificates.stream()
				.filter((each) -> "Verify".equals(Json.text(each, "usage")))
				.forEach((each) -> rows.add(line(item, CredentialKind.CERTIFICATE, each)));
			Json.objects(json, "passwordCredentials")
				.stream()
				.filter((each) -> !signing.contains(Json.text(each, "customKeyIdentifier")))
				.forEach((each) -> rows.add(line(item, CredentialKind.SECRET, each)));
		}
		return rows;
	}

	private static String line(Item item, CredentialKind kind, ObjectNode credential) {
		return item.id() + " " + kind + " " + Json.text(credential, "keyId") + " " + item.appId() + " "
				+ Source.SERVICE_PRINCIPAL;
	}

	private List<Item> live(Kind kind) {
		return this.sandbox.bean(Store.class)
			.all(kind, Copy.MASTER)
			.stream()
			.filter((item) -> !item.deleted())
			.toList();
	}

	private UUID tenant() {
		return this.delegation.tenant();
	}

	private JdbcTemplate jdbc() {
		return this.portal.bean(JdbcTemplate.class);
	}

}
