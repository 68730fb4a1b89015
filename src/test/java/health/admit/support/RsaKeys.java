package health.admit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Key pairs of 2048 bits. The quick compiler takes seconds to find one, so each is used
 * again after a few others, and kept in a file for the other JVMs of the same build.
 */
public final class RsaKeys {

	/** More than any test needs at the same time. */
	private static final int DIFFERENT = 4;

	private static final List<KeyPair> PAIRS = new ArrayList<>();

	private static int given;

	private RsaKeys() {
	}

	/** Another one than the last few. */
	public static synchronized KeyPair next() {
		if (PAIRS.size() < DIFFERENT) {
			PAIRS.add(stored(PAIRS.size()));
		}
		return PAIRS.get(given++ % DIFFERENT);
	}

	private static KeyPair stored(int number) {
		Path file = Path.of("target", "test-keys", "rsa-2048-" + number);
		try {
			return Files.exists(file) ? read(Files.readAllBytes(file)) : write(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KeyPair read(byte[] encoded) throws GeneralSecurityException {
		KeyFactory factory = KeyFactory.getInstance("RSA");
		RSAPrivateCrtKey key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
		return new KeyPair(factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())),
				key);
	}

	/** Another JVM may do the same; whichever is last wins, and both pairs are good. */
	private static KeyPair write(Path file) throws IOException, GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		KeyPair pair = generator.generateKeyPair();
		Files.createDirectories(file.getParent());
		Path whole = Files.createTempFile(file.getParent(), "new", "");
		Files.write(whole, pair.getPrivate().getEncoded());
		Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
		return pair;
	}

}
