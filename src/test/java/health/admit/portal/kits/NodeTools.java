package health.admit.portal.kits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tools of the npm registry that the build installs.
 */
final class NodeTools {

	private NodeTools() {
	}

	/**
	 * Whether tests with these tools are to run: they are there, or this is a build that
	 * installs them.
	 */
	static boolean present() {
		return Terminal
			.have(Terminal.findInNodeTools("newman/bin/newman.js").filter((tool) -> Terminal.find("node").isPresent()));
	}

	static Terminal.Result newman(Path kit, String service) {
		return newman(kit, Map.of(), service);
	}

	static Terminal.Result newman(Path kit, Map<String, String> environment, String service) {
		return node(kit, environment, "newman/bin/newman.js", "run", service + ".postman_collection.json", "-e",
				service + ".postman_environment.json", "--disable-unicode", "--color", "off");
	}

	static Terminal.Result httpyac(Path kit, String... arguments) {
		return httpyac(kit, Map.of(), arguments);
	}

	static Terminal.Result httpyac(Path kit, Map<String, String> environment, String... arguments) {
		List<String> all = new ArrayList<>(List.of("send", "--all", "--no-color", "--output", "short"));
		all.addAll(List.of(arguments));
		return node(kit, environment, "httpyac/bin/httpyac.js", all.toArray(String[]::new));
	}

	/**
	 * Parses PowerShell, C#, Bicep and Terraform files. Node.js is told not to optimise
	 * the grammars: that takes it half a minute, which files as short as these never win
	 * back.
	 */
	static Terminal.Result parse(Path folder, List<Path> files) {
		List<String> command = new ArrayList<>(List.of("node", "--liftoff-only",
				Path.of("src/test/resources/kits/parse.cjs").toAbsolutePath().toString(), folderOfTools()));
		files.forEach((file) -> command.add(file.toString()));
		return Terminal.run(folder, command);
	}

	private static Terminal.Result node(Path kit, Map<String, String> environment, String tool, String... arguments) {
		List<String> command = new ArrayList<>(List.of("node", Path.of(folderOfTools(), tool).toString()));
		command.addAll(List.of(arguments));
		return Terminal.run(kit, environment, command);
	}

	private static String folderOfTools() {
		return Terminal.findInNodeTools("")
			.map(Path::toString)
			.orElseThrow(() -> new IllegalStateException(
					"The tools of the npm registry are required, but there is no target/kit-tools"));
	}

}
