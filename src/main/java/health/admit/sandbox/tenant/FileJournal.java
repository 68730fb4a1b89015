package health.admit.sandbox.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Appends every write to a file, one JSON document a line, so that a sandbox that is
 * started again still has what was registered. The first line names the generation, so
 * that delta links live on too.
 */
final class FileJournal implements Journal {

	private final Path file;

	private FileJournal(Path file) {
		this.file = file;
	}

	/** Replays what the file holds into the store and records there from now on. */
	static void attach(Path file, Store store) {
		try {
			if (Files.exists(file)) {
				store.journal(Journal.NONE, replay(file, store));
				// Ends half a line that a killed process left, lest the next one joins
				// it.
				Files.writeString(file, "\n", StandardOpenOption.APPEND);
			}
			else {
				Files.createDirectories(file.toAbsolutePath().getParent());
				Files.writeString(file, Json.object().put("generation", store.generation().toString()) + "\n");
			}
			store.journal(new FileJournal(file), store.generation());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not use " + file, ex);
		}
	}

	@Override
	public void written(Kind kind, UUID id, byte @Nullable [] document) {
		ObjectNode line = Json.object().put("kind", kind.name()).put("id", id.toString());
		if (document != null) {
			line.set("document", Json.read(document));
		}
		try {
			Files.write(this.file, (line + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not write to " + this.file, ex);
		}
	}

	private static UUID replay(Path file, Store store) throws IOException {
		try (Stream<String> lines = Files.lines(file)) {
			UUID[] generation = { store.generation() };
			lines.filter((line) -> !line.isBlank()).forEach((line) -> {
				JsonNode entry = readable(line);
				UUID named = Ids.parse(Json.text(entry, "generation"));
				if (named != null) {
					generation[0] = named;
				}
				else if (entry.has("kind")) {
					apply(entry, store);
				}
			});
			return generation[0];
		}
	}

	private static void apply(JsonNode entry, Store store) {
		Kind kind = Kind.valueOf(entry.path("kind").asString());
		UUID id = UUID.fromString(entry.path("id").asString());
		if (entry.get("document") instanceof ObjectNode document) {
			store.put(kind, id, document);
		}
		else {
			store.purge(kind, id);
		}
	}

	/**
	 * A process that was killed may have left half a line, whose write was not answered.
	 */
	private static JsonNode readable(String line) {
		try {
			return Json.read(line);
		}
		catch (JacksonException ex) {
			return Json.object();
		}
	}

}
