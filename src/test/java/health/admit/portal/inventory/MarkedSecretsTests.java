package health.admit.portal.inventory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import db.migration.inventory.V057__marked_secrets;
import health.admit.portal.directory.CertificateSummary;
import health.admit.portal.directory.ScannedObject;
import health.admit.portal.directory.SecretSummary;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.TestDatabase;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way to read a tenant sees the markers of secrets.
 */
@OnEachDatabase
class MarkedSecretsTests {

	private static final UUID OPERATION = UUID.fromString("0c0c0c0c-0000-4000-8000-000000000001");

	private static final String NAME = "Viewer · admit:" + OPERATION + ":";

	private final TestDatabase database;

	private final IndexWorld world;

	private final FakeTenant tenant;

	private final FakeScan scan;

	private final MarkedSecrets marked;

	private final UUID application = UUID.randomUUID();

	MarkedSecretsTests(Database kind) {
		this.database = kind.fresh();
		this.world = new IndexWorld(this.database);
		this.tenant = new FakeTenant(new Random(5), this.world.time);
		this.scan = new FakeScan(this.tenant);
		this.marked = new MarkedSecrets(this.world.jdbc);
		this.world.ifDue(this.scan);
	}

	@Test
	void aFullPassAndALookAtChangesBothSeeThem() {
		assertThat(open()).isEmpty();
		UUID first = UUID.randomUUID();
		put(secret(first, NAME + 1), secret(UUID.randomUUID(), "typed by hand"), secret(UUID.randomUUID(), null));
		this.world.everything(this.scan);
		assertThat(open()).containsExactly(marked(first));
		UUID second = UUID.randomUUID();
		put(secret(first, NAME + 1), secret(second, NAME + 2));
		this.world.read(this.scan);
		assertThat(open()).containsExactlyInAnyOrder(marked(first), marked(second));
		put(secret(second, NAME + 2));
		this.world.read(this.scan);
		assertThat(open()).containsExactly(marked(second));
		put(secret(second, "renamed"));
		this.world.read(this.scan);
		assertThat(open()).isEmpty();
		put(secret(second, NAME + 2));
		this.world.read(this.scan);
		this.tenant.delete(this.application);
		this.world.read(this.scan);
		assertThat(open()).isEmpty();
		this.world.checkCounts();
	}

	@Test
	void onlyASecretCanBeMarked() {
		UUID id = UUID.randomUUID();
		this.tenant.put(new ScannedObject(this.application, id, NAME + 1, now(), List.of(),
				List.of(new CertificateSummary(UUID.randomUUID(), NAME + 1, "AB12", now(), end())),
				List.of(new ScannedObject.ScannedFederation(UUID.randomUUID(), NAME + 1, "https://issuer.example",
						"x"))));
		this.world.everything(this.scan);
		assertThat(open()).isEmpty();
	}

	@Test
	void whatIsKeptIsSetAsideUntilItIsCalledSomethingElse() {
		UUID kept = UUID.randomUUID();
		UUID left = UUID.randomUUID();
		put(secret(kept, NAME + 2), secret(left, NAME + 1));
		this.world.read(this.scan);
		this.marked.keep(UUID.randomUUID(), open());
		assertThat(open()).as("another tenant's business").hasSize(2);
		this.marked.keep(this.world.tenant, List.of(marked(kept)));
		assertThat(open()).containsExactly(marked(left));
		assertThat(this.marked.find(this.world.tenant, marked(left).key())).contains(marked(left));
		assertThat(this.marked.find(this.world.tenant, marked(kept).key())).isEmpty();
		assertThat(this.marked.find(UUID.randomUUID(), marked(left).key())).isEmpty();
		this.world.everything(this.scan);
		assertThat(open()).as("after another pass").containsExactly(marked(left));
		UUID other = UUID.randomUUID();
		put(secret(kept, "Viewer · admit:" + other + ":1"), secret(left, NAME + 1));
		this.world.read(this.scan);
		assertThat(open()).containsExactlyInAnyOrder(marked(left),
				new MarkedSecret(new CredentialKey(this.application, kept), other));
	}

	@Test
	void manyAreReadAFewAtATime() {
		put(secret(UUID.randomUUID(), NAME + 1), secret(UUID.randomUUID(), NAME + 2),
				secret(UUID.randomUUID(), NAME + 3));
		this.world.read(this.scan);
		List<MarkedSecret> two = this.marked.open(this.world.tenant, null, 2);
		assertThat(two).hasSize(2);
		List<MarkedSecret> rest = this.marked.open(this.world.tenant, two.get(1).key(), 2);
		assertThat(rest).hasSize(1).doesNotContainAnyElementsOf(two);
		assertThat(this.marked.open(this.world.tenant, rest.get(0).key(), 2)).isEmpty();
	}

	@Test
	void anIndexFromBeforeIsLookedThroughOnce() throws SQLException {
		UUID first = UUID.randomUUID();
		put(secret(first, NAME + 1), secret(UUID.randomUUID(), "admit: nothing"), secret(UUID.randomUUID(), NAME + "x"),
				secret(UUID.randomUUID(), null));
		UUID other = UUID.randomUUID();
		this.tenant.put(new ScannedObject(other, other, "Gateway", now(), List.of(),
				List.of(new CertificateSummary(UUID.randomUUID(), NAME + 1, "AB12", now(), end())), List.of()));
		this.world.read(this.scan);
		List<MarkedSecret> read = open();
		assertThat(read).containsExactly(marked(first));
		this.world.jdbc.update("delete from inventory_marker");
		migrate();
		assertThat(open()).isEqualTo(read);
	}

	private void migrate() throws SQLException {
		try (Connection connection = this.database.dataSource().getConnection()) {
			new V057__marked_secrets().migrate(new Context() {
				@Override
				public Configuration getConfiguration() {
					throw new UnsupportedOperationException();
				}

				@Override
				public Connection getConnection() {
					return connection;
				}
			});
		}
	}

	/** Thousands of secrets may be kept for good, and a page must not feel them. */
	@Test
	void theyAreFoundByAnIndex() {
		put(secret(UUID.randomUUID(), NAME + 1));
		this.world.read(this.scan);
		List<Object[]> kept = new ArrayList<>();
		for (int count = 0; count < 5000; count++) {
			kept.add(new Object[] { this.world.tenant, UUID.randomUUID(), UUID.randomUUID(), OPERATION });
		}
		this.world.jdbc.batchUpdate(
				"insert into inventory_marker (tenant, object_id, key_id, operation, kept) values (?, ?, ?, ?, true)",
				kept);
		this.world.jdbc.execute("analyze");
		ExplainingDatabase explaining = new ExplainingDatabase(this.database);
		assertThat(new MarkedSecrets(new JdbcTemplate(explaining)).open(this.world.tenant, null, 500)).hasSize(1);
		assertThat(explaining.take()).isNotEmpty()
			.allSatisfy((plan) -> assertThat(plan).contains("inventory_marker_open")
				.doesNotContain("inventory_credential", "tableScan", "Seq Scan"));
	}

	private List<MarkedSecret> open() {
		return this.marked.open(this.world.tenant, null, 500);
	}

	private MarkedSecret marked(UUID keyId) {
		return new MarkedSecret(new CredentialKey(this.application, keyId), OPERATION);
	}

	private void put(SecretSummary... secrets) {
		this.tenant.put(new ScannedObject(this.application, UUID.randomUUID(), "Viewer", now(), Arrays.asList(secrets),
				List.of(), List.of()));
	}

	private SecretSummary secret(UUID keyId, String name) {
		return new SecretSummary(keyId, name, "abc", now(), end());
	}

	private Instant now() {
		return this.world.time.instant();
	}

	private Instant end() {
		return now().plusSeconds(86_400);
	}

}
