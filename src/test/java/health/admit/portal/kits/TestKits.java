package health.admit.portal.kits;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import health.admit.portal.cloud.SecretValue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Kits with the texts of the product.
 */
final class TestKits {

	private TestKits() {
	}

	static Kits kits() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/kits");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return new Kits(messages);
	}

	/** The content of one file, with a placeholder for the secret. */
	static String text(KitClient client, String name) {
		return text(client, null, name);
	}

	static String text(KitClient client, @Nullable String secret, String name) {
		return kits().file(client, (secret != null) ? new SecretValue(secret) : null, name)
			.map((file) -> new String(file.bytes(), StandardCharsets.UTF_8))
			.orElseThrow(() -> new AssertionError("The kit has no " + name));
	}

	static byte[] zip(KitClient client, @Nullable String secret) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			kits().zip(client, (secret != null) ? new SecretValue(secret) : null, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/** Runs the commands of the readme that put the addresses of the services in. */
	static void named(Path kit, URI origin) {
		try {
			List<String> commands = Files.readAllLines(kit.resolve("readme.md"))
				.stream()
				.filter((line) -> line.startsWith("python3 -c") && line.endsWith(" ADDRESS"))
				.toList();
			for (String command : commands) {
				String address = origin + (command.contains("fhir") ? "/fhir" : "/dicom");
				Terminal.Result result = Terminal.run(kit,
						List.of("bash", "-c", command.replace(" ADDRESS", " " + address)));
				if (result.exit() != 0) {
					throw new AssertionError(result.said());
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Downloads the zip and unpacks it, as a person would. */
	static Path unpacked(Path folder, KitClient client, @Nullable String secret) {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zip(client, secret)))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				Path file = folder.resolve(entry.getName());
				Files.createDirectories(file.getParent());
				Files.write(file, zip.readAllBytes());
			}
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
