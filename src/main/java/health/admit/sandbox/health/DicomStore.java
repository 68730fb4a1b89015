package health.admit.sandbox.health;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.sandbox.tenant.Store;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What DICOM services hold, in memory. Each begins with the same few files, and begins
 * again when the tenant does.
 */
@Component
class DicomStore {

	private final Store tenant;

	private final Clock clock;

	private final Map<String, Shelf> services = new LinkedHashMap<>();

	private @Nullable UUID generation;

	DicomStore(Store tenant, Clock clock) {
		this.tenant = tenant;
		this.clock = clock;
	}

	/** In the order in which they came. */
	synchronized List<DicomFile> all(String service) {
		return List.copyOf(shelf(service).files.values());
	}

	/** Keeps a file, unless there is one with its instance UID already. */
	synchronized boolean add(String service, DicomFile file) {
		Shelf shelf = shelf(service);
		if (shelf.files.containsKey(file.instance())) {
			return false;
		}
		shelf.add(file, this.clock.instant());
		return true;
	}

	synchronized void remove(String service, List<DicomFile> files) {
		Shelf shelf = shelf(service);
		for (DicomFile file : files) {
			shelf.files.remove(file.instance());
			shelf.changes.add(new Change(shelf.changes.size() + 1, false, this.clock.instant(), file));
		}
	}

	/** What was added and removed, oldest first. */
	synchronized List<Change> changes(String service) {
		return List.copyOf(shelf(service).changes);
	}

	/** The file an older change is about, if it is still there. */
	synchronized Optional<DicomFile> current(String service, String instance) {
		return Optional.ofNullable(shelf(service).files.get(instance));
	}

	private Shelf shelf(String service) {
		if (!this.tenant.generation().equals(this.generation)) {
			this.generation = this.tenant.generation();
			this.services.clear();
		}
		return this.services.computeIfAbsent(service, (key) -> {
			Shelf seeded = new Shelf();
			DicomSeed.files().forEach((file) -> seeded.add(file, this.clock.instant()));
			return seeded;
		});
	}

	/**
	 * One entry of the change feed.
	 *
	 * @param added or else removed
	 */
	record Change(int number, boolean added, Instant at, DicomFile file) {
	}

	private static final class Shelf {

		private final Map<String, DicomFile> files = new LinkedHashMap<>();

		private final List<Change> changes = new ArrayList<>();

		void add(DicomFile file, Instant at) {
			this.files.put(file.instance(), file);
			this.changes.add(new Change(this.changes.size() + 1, true, at, file));
		}

	}

}
