package health.admit.sandbox.tenant;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything the tenant holds. Writes go to the master copy one at a time; reads name the
 * {@link Copy} they come from. Objects are kept as compact JSON bytes, so that hundreds
 * of thousands of applications fit into a small heap.
 */
public final class Store {

	private final Map<Kind, Table> tables = new EnumMap<>(Kind.class);

	private final List<Change> changes = new ArrayList<>();

	private final History history;

	private Journal journal = Journal.NONE;

	private UUID generation = UUID.randomUUID();

	public Store(Clock clock, Lag lag) {
		this.history = new History(clock, lag);
		forget();
	}

	/** Puts an object there as if it had always been. */
	public synchronized void seed(Kind kind, UUID id, ObjectNode document) {
		table(kind).put(id, document);
	}

	/** Creates or replaces an object. */
	public synchronized Item put(Kind kind, UUID id, ObjectNode document) {
		Item before = table(kind).byId(id);
		Item after = table(kind).put(id, document);
		note(kind, id, differing(before, document), before, after);
		return after;
	}

	/**
	 * Changes an object in one go, so that no other write comes between.
	 * @param change gets a copy of the document and returns the new one, or throws
	 */
	public synchronized Item update(Kind kind, UUID id, Function<ObjectNode, ObjectNode> change) {
		Item item = table(kind).byId(id);
		if (item == null) {
			throw new IllegalArgumentException("No " + kind + " " + id);
		}
		return put(kind, id, change.apply(item.json()));
	}

	/** Removes an object for good. */
	public synchronized void purge(Kind kind, UUID id) {
		Item before = table(kind).byId(id);
		if (before != null) {
			table(kind).remove(id);
			note(kind, id, Set.of(), before, null);
		}
	}

	public synchronized Optional<Item> find(Kind kind, UUID id, Copy copy) {
		return this.history.seen(id, table(kind).byId(id), copy);
	}

	/** Like {@link #find}, without what lies among the deleted items. */
	public Optional<Item> live(Kind kind, UUID id, Copy copy) {
		return find(kind, id, copy).filter((item) -> !item.deleted());
	}

	public synchronized Optional<Item> liveByAppId(Kind kind, UUID appId, Copy copy) {
		return seen(table(kind).byAppId(appId), copy).filter((item) -> !item.deleted());
	}

	/** The newest version, deleted or not. */
	public synchronized Optional<Item> byAppId(Kind kind, UUID appId) {
		return Optional.ofNullable(table(kind).byAppId(appId));
	}

	/** The application that holds this unique name, deleted or not. */
	public synchronized Optional<Item> byUniqueName(String name, Copy copy) {
		return seen(table(Kind.APPLICATION).byUniqueName(name), copy);
	}

	/** The app id that answers to an identifier URI or service principal name. */
	public synchronized Optional<UUID> appIdNamed(String uri) {
		return Optional.ofNullable(table(Kind.APPLICATION).appIdNamed(uri))
			.or(() -> Optional.ofNullable(table(Kind.SERVICE_PRINCIPAL).appIdNamed(uri)));
	}

	/** Runs a read and the write that rests on it, with no other write between. */
	public synchronized <T> T atomically(Supplier<T> work) {
		return work.get();
	}

	/** What points to another object: grants of a client, applications of an owner. */
	public synchronized List<Item> linkedTo(Kind kind, UUID other, Copy copy) {
		return table(kind).linkedTo(other).stream().flatMap((item) -> seen(item, copy).stream()).toList();
	}

	/** Every object of a kind in order of creation, deleted ones too. */
	public synchronized List<Item> all(Kind kind, Copy copy) {
		List<Item> newest = table(kind).all();
		if (copy == Copy.MASTER || this.history.isEmpty()) {
			return newest;
		}
		return newest.stream().flatMap((item) -> seen(item, copy).stream()).toList();
	}

	/**
	 * Objects of a kind after a position, in order of creation, deleted ones too. A page
	 * of a list need not look at what was on the pages before.
	 * @param number {@link Item#number()} of the last one before; -1 for the beginning
	 * @return empty at the end
	 */
	public synchronized List<Item> following(Kind kind, Copy copy, int number, int most) {
		int position = number;
		while (true) {
			List<Item> newest = table(kind).following(position, most);
			if (copy == Copy.MASTER || this.history.isEmpty() || newest.isEmpty()) {
				return newest;
			}
			List<Item> seen = newest.stream().flatMap((item) -> seen(item, copy).stream()).toList();
			if (!seen.isEmpty()) {
				return seen;
			}
			position = newest.get(newest.size() - 1).number();
		}
	}

	public synchronized int size(Kind kind) {
		return table(kind).size();
	}

	/** Writes after this running number. */
	public synchronized List<Change> changesAfter(long number) {
		int from = (int) Math.min(Math.max(number, 0), this.changes.size());
		return List.copyOf(this.changes.subList(from, this.changes.size()));
	}

	/** Running number of the last write. */
	public synchronized long lastChange() {
		return this.changes.size();
	}

	/**
	 * Changes when the numbering of writes starts afresh, which makes old delta tokens
	 * useless.
	 */
	public synchronized UUID generation() {
		return this.generation;
	}

	/** Empties the tenant. */
	public synchronized void forget() {
		for (Kind kind : Kind.values()) {
			this.tables.put(kind, new Table(kind));
		}
		this.changes.clear();
		this.history.clear();
		this.generation = UUID.randomUUID();
	}

	synchronized void journal(Journal target, UUID newGeneration) {
		this.journal = target;
		this.generation = newGeneration;
	}

	private Optional<Item> seen(@Nullable Item newest, Copy copy) {
		return (newest != null) ? this.history.seen(newest.id(), newest, copy) : Optional.empty();
	}

	private void note(Kind kind, UUID id, Set<String> properties, @Nullable Item before, @Nullable Item after) {
		Change change = new Change(this.changes.size() + 1L, kind, id, properties, after == null);
		this.journal.written(kind, id, (after != null) ? after.document() : null);
		this.changes.add(change);
		this.history.written(id, change.number(), before);
	}

	private static Set<String> differing(@Nullable Item before, ObjectNode after) {
		ObjectNode old = (before != null) ? before.json() : Json.object();
		Set<String> names = new LinkedHashSet<>(after.propertyNames());
		names.addAll(old.propertyNames());
		names.removeIf((name) -> old.path(name).equals(after.path(name)));
		return names;
	}

	private Table table(Kind kind) {
		Table table = this.tables.get(kind);
		if (table == null) {
			throw new IllegalStateException("No table for " + kind);
		}
		return table;
	}

}
