package health.admit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

/**
 * The folder where the portal and the sandbox keep what they store.
 */
final class DataDirectory {

	private final Path path;

	private DataDirectory(Path path) {
		this.path = path;
	}

	static DataDirectory of(Environment environment) {
		return new DataDirectory(Path.of(environment.getRequiredProperty("admit.data")));
	}

	/**
	 * Deletes what Admit itself stored there and nothing else: the folder may have been
	 * named by hand.
	 */
	void clear() {
		try {
			for (Path own : ownEntries()) {
				FileSystemUtils.deleteRecursively(own);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not reset " + this.path, ex);
		}
	}

	private List<Path> ownEntries() throws IOException {
		if (!Files.isDirectory(this.path)) {
			return List.of();
		}
		try (Stream<Path> entries = Files.list(this.path)) {
			return entries.filter((entry) -> isOwn(entry.getFileName().toString())).toList();
		}
	}

	private static boolean isOwn(String name) {
		return name.startsWith("admit.") || name.equals("sandbox") || name.startsWith("sandbox.");
	}

}
