package health.admit.portal.kits;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs the tools that kits are made for.
 */
final class Terminal {

	/** Where the build installs tools of the npm registry. */
	private static final Path NODE_TOOLS = Path.of("target/kit-tools/node_modules");

	private Terminal() {
	}

	/**
	 * A program of the machine.
	 */
	static Optional<Path> find(String program) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
			.map((folder) -> Path.of(folder, program))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * A file of a package from the npm registry.
	 */
	static Optional<Path> findInNodeTools(String path) {
		return Optional.of(NODE_TOOLS.resolve(path).toAbsolutePath()).filter(Files::exists);
	}

	/**
	 * Whether a test that needs a tool is to run. Where the build installs the tools,
	 * none may be missing.
	 */
	static boolean have(Optional<Path> tool) {
		return tool.isPresent() || "true".equals(System.getenv("CI"));
	}

	static Result run(Path folder, List<String> command) {
		return run(folder, Map.of(), command, (line) -> null);
	}

	static Result run(Path folder, Map<String, String> environment, List<String> command) {
		return run(folder, environment, command, (line) -> null);
	}

	/**
	 * Runs a command.
	 * @param answers what somebody types when a line appears; null for nothing
	 */
	static Result run(Path folder, Map<String, String> environment, List<String> command,
			Function<String, String> answers) {
		try {
			Path out = Files.createTempFile("kit", ".out");
			ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
				.redirectOutput(out.toFile());
			builder.environment().putAll(environment);
			builder.environment().keySet().removeIf((name) -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
			Process process = builder.start();
			List<String> said = new ArrayList<>();
			try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
				for (String line = errors.readLine(); line != null; line = errors.readLine()) {
					said.add(line);
					String typed = answers.apply(line);
					if (typed != null) {
						process.getOutputStream().write((typed + "\n").getBytes(StandardCharsets.UTF_8));
						process.getOutputStream().flush();
					}
				}
			}
			int exit = process.waitFor();
			byte[] printed = Files.readAllBytes(out);
			Files.delete(out);
			return new Result(exit, new String(printed, StandardCharsets.UTF_8), String.join("\n", said));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What came of a command.
	 */
	record Result(int exit, String out, String said) {
	}

}
