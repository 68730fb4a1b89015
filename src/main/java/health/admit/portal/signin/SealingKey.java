package health.admit.portal.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import health.admit.portal.cloud.StartRefused;
import org.jspecify.annotations.Nullable;

/**
 * The key that seals tokens. It lives outside the database, and every node has the same.
 */
final class SealingKey {

	private static final int BYTES = 32;

	private SealingKey() {
	}

	/**
	 * Reads the key.
	 * @param text the key itself in base64, if it is configured
	 * @param file otherwise the file that holds it
	 * @param make whether to make the file when it is missing
	 */
	static SecretKey load(@Nullable String text, Path file, boolean make) {
		if (text != null) {
			return decode(text, "admit.signin.key");
		}
		try {
			if (make && Files.notExists(file)) {
				make(file);
			}
			if (Files.notExists(file)) {
				throw new StartRefused("NO_SEALING_KEY", file);
			}
			return decode(Files.readString(file), file.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The sealing key " + file + " cannot be read or made", ex);
		}
	}

	private static void make(Path file) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		if (folder != null) {
			Files.createDirectories(folder);
		}
		byte[] key = new byte[BYTES];
		new SecureRandom().nextBytes(key);
		try (var out = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
				ownerOnly())) {
			out.write(java.nio.ByteBuffer.wrap(Base64.getEncoder().encode(key)));
		}
		catch (FileAlreadyExistsException ex) {
			// Another node was quicker; its key is the key.
		}
	}

	private static FileAttribute<?>[] ownerOnly() {
		boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

	private static SecretKey decode(String text, String where) {
		try {
			byte[] key = Base64.getDecoder().decode(text.strip());
			if (key.length == BYTES) {
				return new SecretKeySpec(key, "AES");
			}
		}
		catch (IllegalArgumentException ex) {
			// Not base64: the same complaint, and never the text itself.
		}
		throw new StartRefused("BAD_SEALING_KEY", where);
	}

}
