package health.admit.portal.inventory;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import health.admit.support.TestDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An index full of made-up applications, written to the tables directly.
 */
public final class IndexFixture {

	private static final String[] WORDS = { "Payment", "Claims", "Ward", "Intake", "Radiology", "Portal", "Gateway",
			"Scheduler", "FHIR", "DICOM", "Research", "Billing", "Registry", "Pharmacy", "Export", "Import", "Sync",
			"Ärzte", "O'Brien", "%_100", "=HYPERLINK", "<b>Bold</b>", "Ωmega", "Labor", "Nurse", "Ticket", "Backup",
			"Mail", "Report", "Audit" };

	private static final String[] PEOPLE = { "Amara Okafor", "Bo Lindqvist", "Chidi Eze", "Dana O'Neil", "Eva Müller",
			"Farid Haddad", "Grace Kim", "Hana Sato", "Ivan Petrov", "José Álvarez" };

	private static final int PER_BATCH = 2000;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	private final UUID tenant;

	private final Instant now;

	private final Random random;

	private final List<Entry> entries = new ArrayList<>();

	private final List<IndexedApplication> applications = new ArrayList<>();

	private int made;

	public IndexFixture(TestDatabase database, UUID tenant, Instant now, long seed) {
		this.jdbc = new JdbcTemplate(database.dataSource());
		this.transactions = database.transactions();
		this.tenant = tenant;
		this.now = now.truncatedTo(ChronoUnit.SECONDS);
		this.random = new Random(seed);
	}

	/**
	 * Writes applications until there are so many credentials more; about five for two
	 * applications.
	 */
	public void fill(int credentials) {
		this.transactions.executeWithoutResult((status) -> write(credentials));
	}

	private void write(int credentials) {
		List<Object[]> objects = new ArrayList<>();
		List<Object[]> rows = new ArrayList<>();
		List<Object[]> words = new ArrayList<>();
		List<Object[]> owners = new ArrayList<>();
		List<Entry> added = new ArrayList<>();
		while (added.size() < credentials) {
			Made application = application();
			this.applications.add(application.application());
			objects.add(application.columns(this.tenant));
			application.owners()
				.forEach((owner) -> owners.add(new Object[] { this.tenant, application.application().objectId(),
						owner.objectId(), owner.name(), owner.username(), owner.mail(), owner.state().name() }));
			int traits = 0;
			for (CredentialRow row : credentials(application)) {
				Entry entry = new Entry(row, application.nameKey(), Set.copyOf(application.words().keySet()));
				added.add(entry);
				rows.add(columns(entry));
				traits |= Traits.of(facet(row), row.band());
			}
			for (Map.Entry<String, Boolean> word : application.words().entrySet()) {
				words.add(new Object[] { this.tenant, word.getKey(), application.application().objectId(),
						word.getValue(), traits });
			}
		}
		batch("inventory_object (tenant, object_id, source, app_id, name, name_key, created_at, owner_state, "
				+ "owners_read_at, live_secrets, pass)", objects);
		batch("inventory_word (tenant, word, object_id, of_owner, traits)", words);
		batch("inventory_owner (tenant, object_id, owner_id, name, username, mail, state)", owners);
		batch("inventory_credential (tenant, object_id, key_id, band, facet, ends_month, name_key, description, hint, "
				+ "thumbprint, starts_at, ends_at, last_used_at)", rows);
		this.entries.addAll(added);
		added.stream()
			.collect(Collectors.groupingBy((entry) -> cell(entry.row()), Collectors.counting()))
			.forEach(this::tally);
	}

	/** Takes a credential out. */
	public void remove(CredentialKey key) {
		Entry entry = this.entries.stream().filter((one) -> one.row().key().equals(key)).findAny().orElseThrow();
		this.entries.remove(entry);
		this.jdbc.update("delete from inventory_credential where tenant = ? and object_id = ? and key_id = ?",
				this.tenant, key.objectId(), key.keyId());
		int left = this.entries.stream()
			.map(Entry::row)
			.filter((row) -> row.key().objectId().equals(key.objectId()))
			.mapToInt((row) -> Traits.of(facet(row), row.band()))
			.reduce(0, (one, more) -> one | more);
		this.jdbc.update("update inventory_word set traits = ? where tenant = ? and object_id = ?", left, this.tenant,
				key.objectId());
		tally(cell(entry.row()), -1);
	}

	/** Everything that is in the index. */
	public List<Entry> entries() {
		return List.copyOf(this.entries);
	}

	public List<IndexedApplication> applications() {
		return List.copyOf(this.applications);
	}

	private Made application() {
		this.made++;
		List<String> chosen = new ArrayList<>();
		for (int word = this.random.nextInt(3); word >= 0; word--) {
			chosen.add(WORDS[(int) (WORDS.length * Math.pow(this.random.nextDouble(), 2))]);
		}
		// Some share a name, so that names tie.
		String name = String.join(" ", chosen) + ((this.random.nextInt(20) > 0) ? " " + this.made : "");
		OwnerState state = pick(OwnerState.values(), 55, 8, 3, 3, 4, 24, 3);
		List<Owner> owners = owners(state);
		Map<String, Boolean> words = Words.of(name).stream().collect(Collectors.toMap((word) -> word, (word) -> false));
		owners.forEach((owner) -> Words.of(owner.name()).forEach((word) -> words.putIfAbsent(word, true)));
		String lower = name.toLowerCase(Locale.ROOT);
		Source source = pick(Source.values(), 90, 10);
		return new Made(
				new IndexedApplication(id(), source, id(), name, this.now.minus(Duration.ofDays(900)), state,
						(state != OwnerState.UNKNOWN) ? this.now : null, this.random.nextInt(5)),
				lower.substring(0, Math.min(64, lower.length())), words, owners);
	}

	private List<Owner> owners(OwnerState state) {
		if (state == OwnerState.UNKNOWN || state == OwnerState.NONE) {
			return List.of();
		}
		String name = PEOPLE[this.random.nextInt(PEOPLE.length)];
		return List.of(new Owner(id(), name, "someone@contoso.example", null, state));
	}

	private List<CredentialRow> credentials(Made application) {
		List<CredentialRow> rows = new ArrayList<>();
		for (int count = this.random.nextInt(6); count > 0; count--) {
			CredentialKind kind = pick(CredentialKind.values(), 65, 30, 5);
			Instant ends = (kind != CredentialKind.FEDERATED) ? end() : null;
			IndexedApplication of = application.application();
			rows.add(new CredentialRow(new CredentialKey(of.objectId(), id()), of.source(), of.appId(), of.name(), kind,
					"made " + this.made, (kind == CredentialKind.SECRET) ? "abc" : null,
					(kind == CredentialKind.CERTIFICATE) ? "AB" + this.made : null,
					this.now.minus(Duration.ofDays(400)), ends, Band.of(ends, this.now),
					count > 1 && this.random.nextInt(3) == 0, this.random.nextInt(8) == 0, of.owners(),
					pick(WorkState.values(), 91, 5, 2, 2), (this.random.nextInt(3) == 0)
							? this.now.minus(Duration.ofHours(this.random.nextInt(20_000))) : null));
		}
		return rows;
	}

	private Instant end() {
		Instant end = this.now.plus(Duration.ofSeconds(this.random.nextLong(-400L * 86_400, 700L * 86_400)));
		return (this.random.nextInt(5) == 0) ? end.truncatedTo(ChronoUnit.DAYS) : end;
	}

	private <T> T pick(T[] values, int... weights) {
		int at = this.random.nextInt(Arrays.stream(weights).sum());
		for (int index = 0; index < weights.length; index++) {
			at -= weights[index];
			if (at < 0) {
				return values[index];
			}
		}
		throw new IllegalStateException();
	}

	private UUID id() {
		return new UUID(this.random.nextLong(), this.random.nextLong());
	}

	private Object[] columns(Entry entry) {
		CredentialRow row = entry.row();
		return new Object[] { this.tenant, row.key().objectId(), row.key().keyId(), row.band().ordinal(),
				facet(row).code(), month(row), entry.nameKey(), row.description(), row.hint(), row.thumbprint(),
				time(row.starts()), (row.ends() != null) ? time(row.ends()) : ListOrder.NO_END, time(row.lastUsed()) };
	}

	private void batch(String table, List<Object[]> rows) {
		if (rows.isEmpty()) {
			return;
		}
		String marks = "?, ".repeat(rows.get(0).length - 1) + "?";
		this.jdbc.batchUpdate("insert into " + table + " values (" + marks + ")", rows, PER_BATCH,
				(statement, values) -> {
					for (int index = 0; index < values.length; index++) {
						statement.setObject(index + 1, values[index]);
					}
				});
	}

	private void tally(Tally.Cell cell, long more) {
		tally("inventory_tally", more, "facet, band, ends_month", cell.facet(), cell.band().ordinal(), cell.month());
		tally("inventory_share", more, "facet, band", cell.facet(), cell.band().ordinal());
	}

	private void tally(String table, long more, String keys, Integer... values) {
		List<Object> all = new ArrayList<>(List.of(more, this.tenant));
		all.addAll(List.of(values));
		int updated = this.jdbc.update("update " + table + " set credentials = credentials + ? where tenant = ? and "
				+ keys.replace(",", " = ? and") + " = ?", all.toArray());
		if (updated == 0) {
			this.jdbc.update("insert into " + table + " (credentials, tenant, " + keys + ") values (?, ?"
					+ ", ?".repeat(values.length) + ")", all.toArray());
		}
	}

	private static Tally.Cell cell(CredentialRow row) {
		return new Tally.Cell(facet(row).code(), row.band(), month(row), 0);
	}

	static Facet facet(CredentialRow row) {
		return new Facet(row.kind(), row.source(), row.covered(), row.tooLong(), row.owners(), row.work());
	}

	static int month(CredentialRow row) {
		OffsetDateTime ends = time(row.ends());
		return (ends != null) ? ends.getYear() * 100 + ends.getMonthValue() : 0;
	}

	private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	/**
	 * A credential in the index.
	 *
	 * @param words of its application's name and owners
	 */
	public record Entry(CredentialRow row, String nameKey, Set<String> words) {
	}

	private record Made(IndexedApplication application, String nameKey, Map<String, Boolean> words,
			List<Owner> owners) {

		Object[] columns(UUID tenant) {
			IndexedApplication of = this.application;
			return new Object[] { tenant, of.objectId(), of.source().name(), of.appId(), of.name(), this.nameKey,
					time(of.createdAt()), of.owners().name(), time(of.ownersReadAt()), of.liveSecrets(), 1L };
		}

	}

}
