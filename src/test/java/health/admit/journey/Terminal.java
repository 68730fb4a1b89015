package health.admit.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A terminal in which somebody pastes what a page offers.
 */
final class Terminal {

	private final Path folder;

	Terminal(Path folder) {
		this.folder = folder;
	}

	/** Stores a file where the commands run. */
	Terminal file(String name, String content) {
		return file(name, content.getBytes(StandardCharsets.UTF_8));
	}

	/** Stores a file where the commands run. */
	Terminal file(String name, byte[] content) {
		try {
			Files.write(this.folder.resolve(name), content);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What the commands print. */
	String run(String commands) {
		try {
			Process shell = new ProcessBuilder("bash", "-euc", commands).directory(this.folder.toFile())
				.redirectErrorStream(true)
				.start();
			return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
