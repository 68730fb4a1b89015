package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What differs between objects as the index has them and as they ought to be, as rows to
 * write.
 */
final class Difference {

	final List<@Nullable Object[]> newObjects = new ArrayList<>();

	final List<@Nullable Object[]> changedObjects = new ArrayList<>();

	final List<@Nullable Object[]> newEntries = new ArrayList<>();

	final List<@Nullable Object[]> changedEntries = new ArrayList<>();

	final List<@Nullable Object[]> goneEntries = new ArrayList<>();

	final List<@Nullable Object[]> newMarkers = new ArrayList<>();

	final List<@Nullable Object[]> goneMarkers = new ArrayList<>();

	/** Objects of which nothing but the number of the pass has changed. */
	final Map<Long, List<UUID>> seen = new HashMap<>();

	/** Objects that are new or have another name. */
	final List<SheetWriter.Told> renamed = new ArrayList<>();

	/** Traits of objects that had others. */
	final List<@Nullable Object[]> changedTraits = new ArrayList<>();

	final TallyChange tally = new TallyChange();

	private final UUID tenant;

	Difference(UUID tenant, Map<UUID, Sheet> before, Collection<Sheet> after) {
		this.tenant = tenant;
		for (Sheet sheet : after) {
			Sheet old = before.get(sheet.subject().objectId());
			if (!sheet.equals(old)) {
				object(old, sheet);
				entries(old, sheet);
			}
		}
	}

	private void object(@Nullable Sheet old, Sheet sheet) {
		Sheet.Subject subject = sheet.subject();
		UUID id = subject.objectId();
		if (old == null) {
			this.newObjects.add(new Object[] { this.tenant, id, subject.source().name(), subject.appId(),
					subject.name(), subject.nameKey(), Rows.utc(subject.createdAt()), subject.owners().name(),
					Rows.utc(subject.ownersReadAt()), sheet.liveSecrets(), subject.pass(), Rows.utc(sheet.rollAt()) });
		}
		else if (!old.subject().in(subject.pass()).equals(subject) || old.liveSecrets() != sheet.liveSecrets()
				|| !Objects.equals(old.rollAt(), sheet.rollAt())) {
			this.changedObjects.add(new Object[] { subject.appId(), subject.name(), subject.nameKey(),
					Rows.utc(subject.createdAt()), subject.owners().name(), Rows.utc(subject.ownersReadAt()),
					sheet.liveSecrets(), subject.pass(), Rows.utc(sheet.rollAt()), this.tenant, id });
		}
		else if (old.subject().pass() != subject.pass()) {
			this.seen.computeIfAbsent(subject.pass(), (pass) -> new ArrayList<>()).add(id);
		}
		if (old == null || !old.subject().name().equals(subject.name())) {
			this.renamed.add(new SheetWriter.Told(id, sheet.traits(), List.of(subject.name())));
		}
		if (old != null && old.traits() != sheet.traits()) {
			this.changedTraits.add(new Object[] { sheet.traits(), this.tenant, id });
		}
	}

	private void entries(@Nullable Sheet old, Sheet sheet) {
		UUID id = sheet.subject().objectId();
		String key = sheet.subject().nameKey();
		boolean renamed = old != null && !old.subject().nameKey().equals(key);
		Map<UUID, Entry> left = new HashMap<>();
		if (old != null) {
			old.entries().forEach((entry) -> left.put(entry.held().keyId(), entry));
		}
		for (Entry entry : sheet.entries()) {
			Entry known = left.remove(entry.held().keyId());
			if (known == null) {
				this.newEntries.add(inserted(id, key, entry));
			}
			else if (renamed || !known.equals(entry)) {
				this.changedEntries.add(updated(id, key, entry));
			}
			if (known != null) {
				this.tally.remove(known);
			}
			this.tally.add(entry);
			marker(id, known, entry);
		}
		left.values().forEach((gone) -> {
			this.goneEntries.add(new Object[] { this.tenant, id, gone.held().keyId() });
			this.tally.remove(gone);
			marker(id, gone, null);
		});
	}

	private void marker(UUID id, @Nullable Entry old, @Nullable Entry entry) {
		UUID before = (old != null) ? Marker.of(old).orElse(null) : null;
		UUID after = (entry != null) ? Marker.of(entry).orElse(null) : null;
		if (old != null && before != null && !before.equals(after)) {
			this.goneMarkers.add(new Object[] { this.tenant, id, old.held().keyId() });
		}
		if (entry != null && after != null && !after.equals(before)) {
			this.newMarkers.add(new Object[] { this.tenant, id, entry.held().keyId(), after });
		}
	}

	private @Nullable Object[] inserted(UUID id, String key, Entry entry) {
		Held held = entry.held();
		return new Object[] { this.tenant, id, held.keyId(), entry.band().ordinal(), entry.facet().code(),
				entry.month(), key, held.description(), held.hint(), held.thumbprint(), Rows.utc(held.starts()),
				Rows.utc((held.ends() != null) ? held.ends() : Sheets.NO_END), Rows.utc(entry.coveredFrom()),
				Rows.utc(held.lastUsed()) };
	}

	private @Nullable Object[] updated(UUID id, String key, Entry entry) {
		Held held = entry.held();
		return new Object[] { entry.band().ordinal(), entry.facet().code(), entry.month(), key, held.description(),
				held.hint(), held.thumbprint(), Rows.utc(held.starts()),
				Rows.utc((held.ends() != null) ? held.ends() : Sheets.NO_END), Rows.utc(entry.coveredFrom()),
				Rows.utc(held.lastUsed()), this.tenant, id, held.keyId() };
	}

}
