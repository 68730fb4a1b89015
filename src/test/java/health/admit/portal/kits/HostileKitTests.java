package health.admit.portal.kits;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kits of clients with every hostile text as name, notes and description of the secret:
 * each tool reads the same text back, and running the files does nothing else.
 */
class HostileKitTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final List<String> EXPECTED = HostileTexts.carried();

	@TempDir
	static Path folder;

	@BeforeAll
	static void unpack() {
		List<String> texts = HostileTexts.all();
		for (int i = 0; i < texts.size(); i++) {
			KitClient client = KitClients
				.called(KitClients.at(URI.create("http://localhost:1"), SignInKind.APP_WITH_SECRET), texts.get(i));
			TestKits.unpacked(folder.resolve(String.valueOf(i)), client, null);
		}
	}

	@Test
	void bashReadsTheSameAndRunsNothing() throws IOException {
		List<String> read = driven("bash", """
				for i in $(seq 0 %d); do
				  cd "$1/$i"
				  bash -n probe.sh && bash -n az/register.sh || exit 9
				  bash probe.sh --token 2>/dev/null && exit 8
				  eval "$(grep '^CLIENT_NAME=' probe.sh)"
				  eval "$(grep '^SECRET_NAME=' probe.sh)"
				  printf '%%s\\0%%s\\0' "$CLIENT_NAME" "$SECRET_NAME"
				done
				""");
		assertThat(read).isEqualTo(twice(EXPECTED));
		noCanary();
	}

	@Test
	void pythonReadsTheSameAndRunsNothing() throws IOException {
		List<String> read = driven("python3", """
				import ast, json, os, runpy, sys
				for i in range(%d + 1):
				    os.chdir(os.path.join(sys.argv[1], str(i)))
				    values = runpy.run_path("probe.py")
				    sys.stdout.write(values["CLIENT_NAME"] + "\\0" + values["SECRET_NAME"] + "\\0")
				    ast.parse(open("azure-identity/python/probe.py", encoding="ascii").read())
				""");
		assertThat(read).isEqualTo(twice(EXPECTED));
		noCanary();
	}

	@Test
	void whoIsTrustedIsReadBackToo() throws IOException {
		List<String> expected = new ArrayList<>();
		for (String text : HostileTexts.all()) {
			KitClient client = KitClients
				.called(KitClients.at(URI.create("http://localhost:1"), SignInKind.APP_WITH_FEDERATION), text);
			Path kit = folder.resolve(String.valueOf(expected.size() / 2));
			Files.writeString(kit.resolve("trusting.sh"), TestKits.text(client, "probe.sh"));
			Files.writeString(kit.resolve("trusting.py"), TestKits.text(client, "probe.py"));
			String trusted = "issuer https://cluster.contoso.example, subject " + KitText.carried(text)
					+ ", audience api://AzureADTokenExchange";
			expected.addAll(List.of(trusted, trusted));
		}
		List<String> read = driven("python3", """
				import os, runpy, subprocess, sys
				for i in range(%d + 1):
				    os.chdir(os.path.join(sys.argv[1], str(i)))
				    sys.stdout.write(runpy.run_path("trusting.py")["TRUSTED"] + "\\0")
				    line = [line for line in open("trusting.sh") if line.startswith("TRUSTED=")][0]
				    sys.stdout.flush()
				    subprocess.run(["bash", "-c", line + 'printf "%%s\\\\0" "$TRUSTED"'], check=True)
				""");
		assertThat(read).isEqualTo(expected);
		noCanary();
	}

	@Test
	@EnabledIf("haveNode")
	void nodeReadsTheSameAndRunsNothing() throws IOException {
		List<String> read = driven("node",
				"""
						const fs = require('fs'), path = require('path'), vm = require('vm');
						for (let i = 0; i <= %d; i++) {
						    process.chdir(path.join(process.argv[2], String(i)));
						    const program = fs.readFileSync('azure-identity/javascript/probe.mjs', 'ascii');
						    process.stdout.write(vm.runInNewContext(program.match(/^const NAME = .*$/m)[0] + ' NAME') + '\\0');
						    for (const kind of ['fhir', 'dicom']) {
						        const collection = JSON.parse(fs.readFileSync(kind + '.postman_collection.json', 'ascii'));
						        for (const event of [...collection.event, ...collection.item.flatMap((item) => item.event || [])]) {
						            new vm.Script(event.script.exec.join('\\n'));
						        }
						    }
						}
						""");
		assertThat(read).isEqualTo(EXPECTED);
		noCanary();
	}

	@Test
	void jsonReadsTheSame() throws IOException {
		for (int i = 0; i < EXPECTED.size(); i++) {
			String text = EXPECTED.get(i);
			assertThat(json(i, "az/application.json").path("displayName").asString()).isEqualTo(text);
			for (String remark : List.of("description", "notes", "serviceManagementReference")) {
				assertThat(json(i, "az/application.json").path(remark).asString()).isEqualTo(text);
			}
			assertThat(json(i, "az/secret.json").path("passwordCredential").path("displayName").asString())
				.isEqualTo(text);
			assertThat(json(i, "fhir.postman_collection.json").path("info").path("name").asString())
				.isEqualTo(text + " (fhir)");
			assertThat(json(i, "dicom.postman_environment.json").path("name").asString()).isEqualTo(text + " (dicom)");
		}
	}

	@Test
	void noVariableOfPostmanComesFromAText() throws IOException {
		for (int i = 0; i < EXPECTED.size(); i++) {
			JsonNode collection = json(i, "fhir.postman_collection.json");
			Matcher variables = Pattern.compile("\\{\\{(.*?)}}")
				.matcher(collection.path("item").toString() + collection.path("auth") + collection.path("event")
						+ collection.path("info").path("description"));
			while (variables.find()) {
				assertThat(variables.group(1)).isIn("fhirurl", "bearerToken");
			}
		}
	}

	@Test
	void aRequestFileKeepsItsRequests() throws IOException {
		for (int i = 0; i < EXPECTED.size(); i++) {
			String file = read(i, "fhir.http");
			List<String> lines = file.lines().toList();
			assertThat(file).matches("[\\n -~]*");
			assertThat(lines).filteredOn((line) -> line.startsWith("###")).hasSize(3);
			assertThat(lines).filteredOn((line) -> line.startsWith("GET ") || line.startsWith("POST ")).hasSize(3);
			assertThat(lines).filteredOn((line) -> line.startsWith("@")).hasSize(3);
			assertThat(lines).filteredOn((line) -> line.startsWith("# @name")).hasSize(1);
			assertThat(lines).filteredOn((line) -> line.contains("{{")).hasSize(5);
			assertThat(JSON.readTree(lines.get(0).substring("# Client ".length())).asString())
				.isEqualTo(EXPECTED.get(i));
			assertThat(read(i, ".env")).isEqualTo("CLIENT_SECRET=" + Kit.PLACEHOLDER + "\n");
		}
	}

	@Test
	void powerShellFindsOnlyPlainLiterals() throws IOException {
		for (int i = 0; i < EXPECTED.size(); i++) {
			String file = read(i, "probe.ps1");
			assertThat(file).matches("[\\n -~]*");
			assertThat(Literals.powerShell(lineOf(file, "$ClientName = "))).isEqualTo(EXPECTED.get(i));
			assertThat(Literals.powerShell(lineOf(file, "$SecretName = "))).isEqualTo(EXPECTED.get(i));
		}
	}

	@Test
	void bicepFindsOnlyPlainLiterals() throws IOException {
		for (int i = 0; i < EXPECTED.size(); i++) {
			String file = read(i, "bicep/main.bicep");
			assertThat(file).matches("[\\n -~]*");
			assertThat(Literals.bicep(lineOf(file, "  displayName: "))).isEqualTo(EXPECTED.get(i));
			for (String remark : List.of("description", "notes", "serviceManagementReference")) {
				assertThat(Literals.bicep(lineOf(file, "  " + remark + ": "))).isEqualTo(EXPECTED.get(i));
			}
		}
	}

	@Test
	void cSharpFindsOnlyPlainLiterals() throws IOException {
		for (int i = 0; i < EXPECTED.size(); i++) {
			String line = lineOf(read(i, "azure-identity/csharp/program.cs"), "    private const string Name = ");
			assertThat(line).endsWith(";");
			// What is written of C# escapes is written the same in JSON.
			assertThat(JSON.readTree(line.substring(0, line.length() - 1)).asString()).isEqualTo(EXPECTED.get(i));
		}
	}

	@Test
	@EnabledIf("haveTerraform")
	void terraformTakesTheLayout() {
		Terminal.Result result = Terminal.run(folder, List.of("terraform", "fmt", "-check", "-recursive", "-diff"));
		assertThat(result.exit()).as(result.out() + result.said()).isZero();
	}

	static boolean haveNode() {
		return Terminal.have(Terminal.find("node"));
	}

	static boolean haveTerraform() {
		return Terminal.find("terraform").isPresent();
	}

	/** What a driver prints for all kits, each text ended by NUL. */
	private List<String> driven(String program, String driver) throws IOException {
		Path file = Files.writeString(Files.createTempFile("driver", ".txt"), driver.formatted(EXPECTED.size() - 1));
		Terminal.Result result = Terminal.run(folder, List.of(program, file.toString(), folder.toString()));
		Files.delete(file);
		assertThat(result.exit()).as(result.said()).isZero();
		List<String> read = new ArrayList<>(List.of(result.out().split("\0", -1)));
		read.remove(read.size() - 1);
		return read;
	}

	private void noCanary() throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			assertThat(files.filter((file) -> file.getFileName().toString().contains(HostileTexts.CANARY))).isEmpty();
		}
	}

	private JsonNode json(int number, String name) throws IOException {
		return JSON.readTree(read(number, name));
	}

	private String read(int number, String name) throws IOException {
		return Files.readString(folder.resolve(String.valueOf(number)).resolve(name), StandardCharsets.UTF_8);
	}

	private static String lineOf(String file, String start) {
		return file.lines()
			.filter((line) -> line.startsWith(start))
			.findFirst()
			.orElseThrow()
			.substring(start.length());
	}

	private static List<String> twice(List<String> texts) {
		return texts.stream().flatMap((text) -> Stream.of(text, text)).toList();
	}

}
