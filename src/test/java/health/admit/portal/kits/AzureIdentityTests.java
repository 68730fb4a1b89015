package health.admit.portal.kits;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import health.admit.portal.cloud.SecretValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class AzureIdentityTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "SINGLE_PAGE", "WEB_WITH_CERTIFICATE" })
	void theJavaProgramCompilesAgainstTheLibrary(SignInKind signIn) throws IOException {
		compile(KitClients.of(signIn), "global");
		compile(KitClients.at(URI.create("https://localhost:1"), signIn), "sandbox");
	}

	@Test
	void javaReadsTheSameTexts() throws Exception {
		StringBuilder program = new StringBuilder("class Texts {\n  static final String[] ALL = {\n");
		HostileTexts.carried().forEach((text) -> program.append(JavaText.literal(text)).append(",\n"));
		Path file = Files.writeString(this.folder.resolve("Texts.java"), program + "};\n}\n");
		compile(file, this.folder);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.folder.toUri().toURL() })) {
			var field = loader.loadClass("Texts").getDeclaredField("ALL");
			field.setAccessible(true);
			assertThat((String[]) field.get(null)).containsExactlyElementsOf(HostileTexts.carried());
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEB_WITH_CERTIFICATE")
	void noProgramHoldsASecret(SignInKind signIn) {
		assertThat(TestKits.kits().files(KitClients.of(signIn), new SecretValue("Marked")))
			.filteredOn((file) -> file.name().startsWith("azure-identity/"))
			.isNotEmpty()
			.allSatisfy((file) -> assertThat(file.content()).doesNotContain("Marked"));
	}

	@Test
	void aSinglePageApplicationGetsAModuleForItsPages() {
		assertThat(TestKits.kits().files(KitClients.of(SignInKind.SINGLE_PAGE), null)).extracting(KitFile::name)
			.filteredOn((name) -> name.startsWith("azure-identity/"))
			.containsExactly("azure-identity/javascript/page.mjs");
	}

	private void compile(KitClient client, String name) throws IOException {
		Path source = Files.createDirectories(this.folder.resolve(name)).resolve("Probe.java");
		Files.writeString(source, TestKits.text(client, "azure-identity/java/probe.java"));
		compile(source, source.getParent());
	}

	private static void compile(Path source, Path target) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter said = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			boolean compiled = compiler
				.getTask(said, files, null,
						List.of("-proc:none", "-d", target.toString(), "-cp", System.getProperty("java.class.path")),
						null, files.getJavaFileObjects(source))
				.call();
			assertThat(compiled).as(said.toString()).isTrue();
		}
	}

}
