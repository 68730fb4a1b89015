package health.admit.portal.kits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of a downloaded kit, run as they are by newman and httpYac, and parsed by what
 * else there is in the npm registry.
 */
@EnabledIf(value = "health.admit.portal.kits.NodeTools#present",
		disabledReason = "newman and httpYac are not in target/kit-tools: .ci/run installs them there")
class NodeToolsRunTests {

	private static final String AWKWARD = "~+/=&%\"'$ a  b`id`\\%41{{clientId}}!";

	private final KitServer server = new KitServer();

	@TempDir
	Path folder;

	@BeforeEach
	void knowsTheSecret() {
		this.server.knows((form) -> AWKWARD.equals(form.get("client_secret")));
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "fhir", "dicom" })
	void newmanReadsWithTheSecretAsItIs(String service) {
		Terminal.Result result = NodeTools.newman(unpacked(SignInKind.APP_WITH_SECRET, AWKWARD), service);
		assertThat(result.exit()).as(result.out()).isZero();
		assertThat(this.server.forms()).hasSize(1);
		assertThat(this.server.asked()).last()
			.satisfies((asked) -> assertThat(asked.status()).isEqualTo(200))
			.satisfies((asked) -> assertThat(asked.authorization()).startsWith("Bearer token-for"));
	}

	@Test
	void newmanAsksForMetadataWithoutAToken() {
		NodeTools.newman(unpacked(SignInKind.APP_WITH_SECRET, AWKWARD), "fhir");
		assertThat(this.server.asked()).first().isEqualTo(new KitServer.Asked("/fhir/metadata", null, 200));
	}

	@Test
	void newmanSaysWhatAMissingRoleMeans() {
		this.server.forbids();
		Terminal.Result result = NodeTools.newman(unpacked(SignInKind.APP_WITH_SECRET, AWKWARD), "fhir");
		assertThat(result.exit()).isEqualTo(1);
		assertThat(result.out().replaceAll("\\s+", " ")).contains("needs the role FHIR Data Reader");
	}

	@Test
	void newmanFailsWithAWrongSecretAndSaysWhy() {
		Terminal.Result result = NodeTools.newman(unpacked(SignInKind.APP_WITH_SECRET, "wrong"), "fhir");
		assertThat(result.exit()).isEqualTo(1);
		assertThat(result.out()).contains("AADSTS7000215");
	}

	@ParameterizedTest
	@EnumSource(names = { "APP_WITH_CERTIFICATE", "DESKTOP", "DEVICE_CODE", "SINGLE_PAGE", "WEB_WITH_CERTIFICATE",
			"WEB_WITH_SECRET" })
	void newmanTakesATokenThatAPersonPasted(SignInKind signIn) throws IOException {
		Path kit = unpacked(signIn, null);
		Path environment = kit.resolve("fhir.postman_environment.json");
		String pasted = Files.readString(environment)
			.replaceFirst("(\"key\" : \"bearerToken\",\\s+\"value\" : )\"\"", "$1\"token-for.pasted\"");
		Files.writeString(environment, pasted);
		Terminal.Result result = NodeTools.newman(kit, "fhir");
		assertThat(result.exit()).as(result.out()).isZero();
		assertThat(this.server.forms()).isEmpty();
	}

	@Test
	void httpYacReadsWithTheSecretAsItIs() {
		Terminal.Result result = NodeTools.httpyac(unpacked(SignInKind.APP_WITH_SECRET, AWKWARD), "fhir.http",
				"dicom.http");
		assertThat(result.exit()).as(result.out() + result.said()).isZero();
		assertThat(this.server.forms()).hasSize(2)
			.allSatisfy((form) -> assertThat(form).containsEntry("client_secret", AWKWARD));
		assertThat(this.server.asked()).extracting(KitServer.Asked::address)
			.containsExactly("/fhir/metadata", "/fhir/Patient?_summary=count",
					"/dicom/v2/changefeed?includemetadata=false&limit=1");
		assertThat(this.server.asked()).extracting(KitServer.Asked::status).containsOnly(200);
	}

	@Test
	void httpYacTakesATokenThatAPersonPasted() throws IOException {
		Path kit = unpacked(SignInKind.APP_WITH_CERTIFICATE, null);
		Files.writeString(kit.resolve(".env"), "ACCESS_TOKEN=token-for.pasted\n");
		Terminal.Result result = NodeTools.httpyac(kit, "dicom.http");
		assertThat(result.exit()).as(result.out() + result.said()).isZero();
		assertThat(this.server.asked()).singleElement()
			.satisfies((asked) -> assertThat(asked.authorization()).isEqualTo("Bearer token-for.pasted"));
	}

	@Test
	void aServiceWithoutAnAddressIsAskedOnceTheReadmesCommandHasPutItIn() {
		Path kit = TestKits.unpacked(this.folder,
				KitClients.unnamed(KitClients.at(this.server.origin(), SignInKind.APP_WITH_SECRET)), AWKWARD);
		TestKits.named(kit, this.server.origin());
		Terminal.Result httpyac = NodeTools.httpyac(kit, "fhir.http", "dicom.http");
		assertThat(httpyac.exit()).as(httpyac.out() + httpyac.said()).isZero();
		assertThat(this.server.forms()).extracting((form) -> form.get("scope"))
			.containsExactly(this.server.origin() + "/fhir/.default", KitClients.DICOM_AUDIENCE + "/.default");
		Terminal.Result newman = NodeTools.newman(kit, "fhir");
		assertThat(newman.exit()).as(newman.out()).isZero();
		assertThat(this.server.asked()).extracting(KitServer.Asked::status).containsOnly(200);
	}

	@Test
	void httpYacRunsNothingOfAName() throws IOException {
		List<String> names = HostileTexts.all()
			.stream()
			.filter((text) -> text.contains("{{") || text.contains("\n"))
			.toList();
		for (int i = 0; i < names.size(); i++) {
			TestKits.unpacked(this.folder.resolve(String.valueOf(i)),
					KitClients.called(KitClients.at(this.server.origin(), SignInKind.APP_WITH_SECRET), names.get(i)),
					AWKWARD);
		}
		Terminal.Result result = NodeTools.httpyac(this.folder, "*/dicom.http");
		assertThat(result.exit()).as(result.out() + result.said()).isZero();
		assertThat(this.server.asked()).hasSize(names.size());
		try (Stream<Path> files = Files.walk(this.folder)) {
			assertThat(files).noneMatch((file) -> file.toString().contains(HostileTexts.CANARY));
		}
	}

	@Test
	void powerShellCSharpAndBicepFilesFitTheirGrammar() throws IOException {
		for (SignInKind signIn : SignInKind.values()) {
			TestKits.unpacked(this.folder.resolve(signIn.name()),
					KitClients.called(KitClients.at(this.server.origin(), signIn), "'\u2019; $(x) `\"\n\u202E\\ {{x}}"),
					null);
		}
		TestKits.unpacked(this.folder.resolve("unnamed"),
				KitClients.unnamed(KitClients.at(this.server.origin(), SignInKind.APP_WITH_SECRET)), null);
		List<Path> files = files(".ps1", ".cs", ".bicep");
		assertThat(files).hasSize(42);
		Terminal.Result result = NodeTools.parse(this.folder, files);
		assertThat(result.exit()).as(result.said()).isZero();
	}

	@Test
	void javaScriptFilesFitTheirGrammar() throws IOException {
		for (SignInKind signIn : SignInKind.values()) {
			TestKits.unpacked(this.folder.resolve(signIn.name()), KitClients.at(this.server.origin(), signIn), null);
		}
		List<Path> files = files(".mjs");
		assertThat(files).hasSize(7).allSatisfy((file) -> {
			Terminal.Result result = Terminal.run(this.folder, List.of("node", "--check", file.toString()));
			assertThat(result.exit()).as(result.said()).isZero();
		});
	}

	private List<Path> files(String... endings) throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			return files.filter((file) -> Stream.of(endings).anyMatch((ending) -> file.toString().endsWith(ending)))
				.toList();
		}
	}

	private Path unpacked(SignInKind signIn, String secret) {
		return TestKits.unpacked(this.folder, KitClients.at(this.server.origin(), signIn), secret);
	}

}
