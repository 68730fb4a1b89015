package health.admit.portal.kits;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import health.admit.portal.cloud.SecretValue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/**
 * Makes client kits. Nothing is read or stored: a kit is a function of the client, so the
 * same client gives the same bytes.
 */
@Service
public class Kits {

	/**
	 * The first moment a zip can tell, so that the archive does not depend on the clock.
	 */
	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

	private static final List<KitFormat> FORMATS = List.of(new Readme(), new GitIgnore(), new SecretFile(),
			new BashProbe(), new PowerShellProbe(), new PythonProbe(), new HttpFile(), new PostmanEnvironment(),
			new PostmanCollection(), new AzureIdentity(), new Terraform(), new Bicep(), new AzCommands());

	private final Texts texts;

	Kits(MessageSource messages) {
		this.texts = new Texts(messages);
	}

	/**
	 * All files of a client's kit, by name.
	 * @param secret the value of the client's secret, only where somebody asked for it on
	 * the page that shows it once; null for a placeholder
	 */
	public List<KitFile> files(KitClient client, @Nullable SecretValue secret) {
		Kit kit = new Kit(client, secret, this.texts);
		return FORMATS.stream()
			.flatMap((format) -> format.files(kit).stream())
			.sorted(Comparator.comparing(KitFile::name))
			.toList();
	}

	/**
	 * One file of a client's kit.
	 * @param name path within the kit
	 */
	public Optional<KitFile> file(KitClient client, @Nullable SecretValue secret, String name) {
		return files(client, secret).stream().filter((file) -> file.name().equals(name)).findFirst();
	}

	/**
	 * Writes the kit as one zip. The stream stays open.
	 */
	public void zip(KitClient client, @Nullable SecretValue secret, OutputStream out) throws IOException {
		ZipOutputStream zip = new ZipOutputStream(out);
		for (KitFile file : files(client, secret)) {
			ZipEntry entry = new ZipEntry(file.name());
			entry.setTimeLocal(NO_TIME);
			zip.putNextEntry(entry);
			zip.write(file.bytes());
			zip.closeEntry();
		}
		zip.finish();
	}

}
