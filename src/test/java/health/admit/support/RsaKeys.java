package health.admit.support;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;

/**
 * Key pairs of 2048 bits. The quick compiler takes seconds to find one, so each is used
 * again after a few others.
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
			PAIRS.add(make());
		}
		return PAIRS.get(given++ % DIFFERENT);
	}

	private static KeyPair make() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
