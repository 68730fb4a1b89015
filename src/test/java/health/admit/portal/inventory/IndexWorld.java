package health.admit.portal.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

import health.admit.portal.directory.CredentialPolicy;
import health.admit.portal.directory.ScannedObject;
import health.admit.portal.directory.TenantScan;
import health.admit.support.TestDatabase;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real index on a real database, in virtual time, with nodes that can die.
 */
final class IndexWorld {

	static final InventoryProperties SETTINGS = new InventoryProperties(false, false, Duration.ofMinutes(15),
			Duration.ofHours(24), Duration.ofDays(1), Duration.ofDays(730));

	final UUID tenant = UUID.fromString("5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10");

	final VirtualTime time = new VirtualTime();

	final List<Object> events = new ArrayList<>();

	final JdbcTemplate jdbc;

	final CrashingTransactions transactions;

	final Holds holds;

	final Sheets sheets;

	final SheetWriter writer;

	final Readings readings;

	final Index index;

	final Freshnesses freshnesses;

	final BandRoll roll;

	IndexWorld(TestDatabase database) {
		this(database, Index::new);
	}

	IndexWorld(TestDatabase database, MakesIndex makes) {
		this.jdbc = new JdbcTemplate(database.dataSource());
		this.transactions = new CrashingTransactions(database.transactions());
		this.holds = new Holds(this.jdbc, this.transactions, SETTINGS, this.time);
		this.sheets = new Sheets(this.jdbc);
		this.writer = new SheetWriter(this.jdbc);
		this.readings = new Readings(this.jdbc);
		this.index = makes.index(this.jdbc, this.sheets, this.writer, this.holds);
		this.freshnesses = new Freshnesses(this.jdbc, this.readings, this.holds, this.index, SETTINGS);
		this.roll = new BandRoll(this.holds, this.index, this.readings);
	}

	IndexAccess access() {
		return new IndexAccess(this.holds, this.index, this.sheets, this.readings, this.freshnesses, this.roll);
	}

	/** A node that has just started. */
	TenantReading node() {
		return new TenantReading(access(), this.time, Runnable::run, this.events::add, this.time);
	}

	void read(TenantScan scan) {
		read(scan, (reading) -> Due.asked(reading, SETTINGS, this.time.instant()));
	}

	void everything(TenantScan scan) {
		read(scan, Due::everything);
	}

	void ifDue(TenantScan scan) {
		read(scan, (reading) -> Due.of(reading, SETTINGS, this.time.instant()));
	}

	void read(TenantScan scan, Function<Reading, Due> due) {
		node().run(this.tenant, scan, CredentialPolicy::unknown, due);
	}

	Freshness freshness() {
		return this.freshnesses.of(this.tenant);
	}

	Reading reading() {
		return this.readings.of(this.tenant, Source.APPLICATION);
	}

	/** Every row as one would write it down from the tenant itself. */
	static Map<UUID, Set<String>> expected(Map<UUID, ScannedObject> live) {
		Map<UUID, Set<String>> rows = new TreeMap<>();
		live.forEach((id, object) -> rows.put(id, expected(object)));
		return rows;
	}

	private static Set<String> expected(ScannedObject object) {
		Set<String> lines = new TreeSet<>();
		lines.add("object " + object.appId() + " " + storedText(object.displayName()) + " " + object.createdAt());
		object.secrets()
			.forEach((secret) -> lines.add(
					line(secret.keyId(), "SECRET", secret.displayName(), secret.hint(), secret.start(), secret.end())));
		object.certificates()
			.forEach((certificate) -> lines.add(line(certificate.keyId(), "CERTIFICATE", certificate.displayName(),
					certificate.thumbprint(), certificate.start(), certificate.end())));
		object.federated()
			.forEach((trust) -> lines
				.add(line(trust.id(), "FEDERATED", trust.name(), null, null, Instant.parse("9999-12-31T00:00:00Z"))));
		return lines;
	}

	private static String line(UUID key, String kind, String text, String hint, Instant starts, Instant ends) {
		return key + " " + kind + " " + storedText(text) + " " + hint + " " + starts + " " + ends;
	}

	private static String storedText(String text) {
		return text.replace('\u0000', '\uFFFD').replaceAll("\uD83D(?![\uDC00-\uDFFF])", "\uFFFD");
	}

	/** Every row as the database has it. */
	Map<UUID, Set<String>> stored() {
		Map<UUID, Set<String>> rows = new TreeMap<>();
		this.jdbc.query("select * from inventory_object where tenant = ?", (row) -> {
			rows.computeIfAbsent(Rows.id(row, "object_id"), (id) -> new TreeSet<>())
				.add("object " + row.getObject("app_id") + " " + row.getString("name") + " "
						+ Rows.instant(row, "created_at"));
		}, this.tenant);
		this.jdbc.query("select * from inventory_credential where tenant = ?", (row) -> {
			CredentialKind kind = Facet.of(row.getInt("facet")).kind();
			String hint = (kind == CredentialKind.CERTIFICATE) ? row.getString("thumbprint") : row.getString("hint");
			rows.computeIfAbsent(Rows.id(row, "object_id"), (id) -> new TreeSet<>())
				.add(line(Rows.id(row, "key_id"), kind.name(), row.getString("description"), hint,
						Rows.instant(row, "starts_at"), Rows.instant(row, "ends_at")));
		}, this.tenant);
		return rows;
	}

	/** What must hold at any moment between two transactions. */
	void checkCounts() {
		List<String> tally = this.jdbc.queryForList("""
				select facet || ' ' || band || ' ' || ends_month || ' ' || credentials from inventory_tally
				where tenant = ?""", String.class, this.tenant);
		List<String> recount = this.jdbc.queryForList("""
				select facet || ' ' || band || ' ' || ends_month || ' ' || count(*) from inventory_credential
				where tenant = ? group by facet, band, ends_month""", String.class, this.tenant);
		assertThat(tally).as("tally").containsExactlyInAnyOrderElementsOf(recount);
		assertThat(this.jdbc.queryForList("""
				select facet || ' ' || band || ' ' || credentials from inventory_share where tenant = ?""",
				String.class, this.tenant))
			.as("shares")
			.containsExactlyInAnyOrderElementsOf(this.jdbc.queryForList("""
					select facet || ' ' || band || ' ' || count(*) from inventory_credential where tenant = ?
					group by facet, band""", String.class, this.tenant));
		assertThat(this.jdbc.queryForObject(
				"""
						select count(*) from inventory_credential c where tenant = ? and not exists (select 1 from inventory_object o
						where o.tenant = c.tenant and o.object_id = c.object_id and o.name_key = c.name_key)""",
				Long.class, this.tenant))
			.as("credentials without their object")
			.isZero();
		assertThat(this.jdbc.queryForObject("select count(*) from inventory_object where tenant = ?", Long.class,
				this.tenant))
			.as("objects")
			.isEqualTo(reading().known().objects());
		Set<String> marked = new HashSet<>();
		this.jdbc.query("select key_id, description, facet from inventory_credential where tenant = ?", (row) -> {
			Facet facet = Facet.of(row.getInt("facet"));
			UUID key = Rows.id(row, "key_id");
			if (facet.kind() == CredentialKind.SECRET && facet.source() == Source.APPLICATION) {
				Marker.operation(row.getString("description"))
					.ifPresent((operation) -> marked.add(key + " " + operation));
			}
		}, this.tenant);
		assertThat(this.jdbc.query("select key_id, operation from inventory_marker where tenant = ?",
				(row, index) -> Rows.id(row, "key_id") + " " + Rows.id(row, "operation"), this.tenant))
			.as("markers")
			.containsExactlyInAnyOrderElementsOf(marked);
		Set<String> words = new HashSet<>();
		this.jdbc.query("select object_id, name from inventory_object where tenant = ?", (row) -> {
			UUID id = Rows.id(row, "object_id");
			Words.of(row.getString("name")).forEach((word) -> words.add(word + " " + id));
		}, this.tenant);
		assertThat(this.jdbc.queryForList(
				"select word || ' ' || cast(object_id as varchar(40)) from inventory_word where tenant = ? and of_owner = false",
				String.class, this.tenant))
			.as("words")
			.containsExactlyInAnyOrderElementsOf(words);
		Map<UUID, Integer> traits = new HashMap<>();
		this.jdbc.query("select object_id, facet, band from inventory_credential where tenant = ?", (row) -> {
			int one = Traits.of(Facet.of(row.getInt("facet")), Band.values()[row.getInt("band")]);
			traits.merge(Rows.id(row, "object_id"), one, (some, more) -> some | more);
		}, this.tenant);
		this.jdbc.query("select object_id, word, traits from inventory_word where tenant = ?", (row) -> {
			assertThat(row.getInt("traits")).as("traits beside %s", row.getString("word"))
				.isEqualTo(traits.getOrDefault(Rows.id(row, "object_id"), 0));
		}, this.tenant);
	}

	/** Bands, coverage and live secrets, worked out anew and plainly. */
	void checkAppraisal(Map<UUID, ScannedObject> live) {
		Instant now = this.time.instant();
		this.sheets.of(this.tenant, live.keySet()).forEach((id, sheet) -> {
			for (Entry entry : sheet.entries()) {
				Held held = entry.held();
				assertThat(entry.band()).as("band of %s", held).isEqualTo(Band.of(held.ends(), now));
				boolean covered = sheet.held()
					.stream()
					.anyMatch((other) -> other.kind() != CredentialKind.FEDERATED && held.ends() != null
							&& other.ends().isAfter(held.ends()) && other.ends().isAfter(now)
							&& !other.starts().isAfter(now) && !other.starts().isBefore(held.starts()));
				assertThat(entry.facet().covered()).as("covered %s at %s by one of %s", held, now, sheet.held())
					.isEqualTo(covered);
			}
			assertThat(sheet.liveSecrets()).isEqualTo((int) sheet.held()
				.stream()
				.filter((held) -> held.kind() == CredentialKind.SECRET && held.ends().isAfter(now))
				.count());
		});
	}

	interface MakesIndex {

		Index index(JdbcTemplate jdbc, Sheets sheets, SheetWriter writer, Holds holds);

	}

}
