package health.admit.sandbox.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.stereotype.Component;

/**
 * The changes since the seed, kept over a restart.
 */
@Component
public class SavedState {

	private final Store store;

	SavedState(Store store) {
		this.store = store;
	}

	/** Brings back what the file holds, and keeps every further change in it. */
	public void resume(Path file) {
		FileJournal.attach(file, this.store);
	}

	/** Begins a new file, after the tenant was planted afresh. */
	public void startOver(Path file) {
		forget(file);
		resume(file);
	}

	/** Keeps further changes nowhere. */
	public void detach() {
		this.store.journal(Journal.NONE, this.store.generation());
	}

	/** Deletes the file. */
	public void forget(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not delete " + file, ex);
		}
	}

}
