package health.admit.portal.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import health.admit.portal.directory.ScannedObject;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes into the index what pages tell. Runs in the transaction of its caller, who holds
 * the tenant's lock.
 */
@Component
class Index {

	static final int SOME = 500;

	private final JdbcTemplate jdbc;

	private final Sheets sheets;

	private final SheetWriter writer;

	private final Holds holds;

	Index(JdbcTemplate jdbc, Sheets sheets, SheetWriter writer, Holds holds) {
		this.jdbc = jdbc;
		this.sheets = sheets;
		this.writer = writer;
		this.holds = holds;
	}

	/**
	 * Takes in a page.
	 * @param pass to stamp on its objects
	 * @return how many objects are new
	 */
	int take(UUID tenant, Source source, long pass, Collection<ScannedObject> mentions) {
		Map<UUID, ScannedObject> told = Telling.byObject(mentions);
		Map<UUID, Sheet> known = this.sheets.of(tenant, told.keySet());
		Appraisal appraisal = this.holds.appraisal(tenant);
		List<Sheet> now = new ArrayList<>(told.size());
		told.forEach((id, object) -> {
			Sheet before = known.get(id);
			now.add(appraisal.of(Telling.subject(object, before, source, pass), Telling.credentials(object, before)));
		});
		this.writer.write(tenant, known, now);
		return told.size() - known.size();
	}

	/**
	 * Takes objects out.
	 * @return how many were there
	 */
	int remove(UUID tenant, Collection<UUID> objectIds) {
		Map<UUID, Sheet> gone = this.sheets.of(tenant, objectIds);
		this.writer.remove(tenant, gone);
		return gone.size();
	}

	/** How many objects the pass has seen. */
	long seen(UUID tenant, Source source, long pass) {
		Long seen = this.jdbc.queryForObject(
				"select count(*) from inventory_object where tenant = ? and source = ? and pass = ?", Long.class,
				tenant, source.name(), pass);
		return (seen != null) ? seen : 0;
	}

	/**
	 * Takes out some objects that the pass has not seen.
	 * @return how many; 0 when none is left
	 */
	int sweep(UUID tenant, Source source, long pass) {
		return remove(tenant, this.jdbc.queryForList("""
				select object_id from inventory_object where tenant = ? and source = ? and pass < ?
				order by pass limit ?""", UUID.class, tenant, source.name(), pass, SOME));
	}

	/**
	 * Works some objects out again that have changed by the passing of time alone.
	 * @return how many
	 */
	int roll(UUID tenant) {
		Appraisal appraisal = this.holds.appraisal(tenant);
		List<UUID> due = this.jdbc.queryForList(
				"select object_id from inventory_object where tenant = ? and roll_at <= ? order by roll_at limit ?",
				UUID.class, tenant, Rows.utc(appraisal.now()), SOME);
		Map<UUID, Sheet> known = this.sheets.of(tenant, due);
		this.writer.write(tenant, known, known.values().stream().map(appraisal::again).toList());
		return due.size();
	}

	/**
	 * Writes the work state of a credential.
	 * @return whether it is there
	 */
	boolean mark(UUID tenant, CredentialKey key, WorkState work) {
		Map<UUID, Sheet> known = this.sheets.of(tenant, List.of(key.objectId()));
		Sheet sheet = known.get(key.objectId());
		if (sheet == null || sheet.held().stream().noneMatch((held) -> held.keyId().equals(key.keyId()))) {
			return false;
		}
		List<Held> marked = sheet.held()
			.stream()
			.map((held) -> held.keyId().equals(key.keyId()) ? held.with(work) : held)
			.toList();
		this.writer.write(tenant, known, List.of(this.holds.appraisal(tenant).of(sheet.subject(), marked)));
		return true;
	}

	/** Writes when credentials were last used. Those that are not there are left out. */
	void used(UUID tenant, Map<CredentialKey, Instant> uses) {
		Map<UUID, Sheet> known = this.sheets.of(tenant,
				uses.keySet().stream().map(CredentialKey::objectId).distinct().toList());
		Appraisal appraisal = this.holds.appraisal(tenant);
		List<Sheet> now = known.values().stream().map((sheet) -> {
			List<Held> held = sheet.held().stream().map((one) -> {
				Instant used = uses.get(new CredentialKey(sheet.subject().objectId(), one.keyId()));
				return (used != null) ? one.usedAt(Telling.storable(used)) : one;
			}).toList();
			return appraisal.of(sheet.subject(), held);
		}).toList();
		this.writer.write(tenant, known, now);
	}

	/**
	 * Writes what was found out about the owners of objects.
	 * @param people whether whoever read them may read people
	 */
	void owned(UUID tenant, Map<UUID, Ownership> found, boolean people) {
		Map<UUID, Sheet> known = this.sheets.of(tenant, found.keySet());
		Appraisal appraisal = this.holds.appraisal(tenant);
		List<Sheet> now = new ArrayList<>();
		List<SheetWriter.Told> told = new ArrayList<>();
		known.forEach((id, sheet) -> {
			Ownership ownership = Objects.requireNonNull(found.get(id));
			Sheet owned = appraisal.of(sheet.subject().with(ownership.state(), appraisal.now()), sheet.held());
			now.add(owned);
			told.add(new SheetWriter.Told(id, owned.traits(), ownership.texts()));
		});
		this.writer.write(tenant, known, now);
		this.writer.forgetWords(tenant, known.keySet(), true);
		this.writer.addWords(tenant, told, true);
		Rows.forEach(this.jdbc, "update inventory_object set owners_seen = " + people, tenant, known.keySet());
		Rows.forEach(this.jdbc, "delete from inventory_owner", tenant, known.keySet());
		List<@Nullable Object[]> owners = new ArrayList<>();
		known.keySet()
			.forEach((id) -> Objects.requireNonNull(found.get(id))
				.owners()
				.forEach((owner) -> owners.add(new Object[] { tenant, id, owner.objectId(), owner.name(),
						owner.username(), owner.mail(), owner.state().name() })));
		Rows.insert(this.jdbc, "inventory_owner (tenant, object_id, owner_id, name, username, mail, state)", owners);
	}

}
