package health.admit.portal.web;

import java.security.SecureRandom;
import java.util.function.Supplier;

/**
 * Short references that can be read out over the telephone: eight characters none of
 * which looks like another.
 */
final class References implements Supplier<String> {

	private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

	private final SecureRandom random = new SecureRandom();

	@Override
	public String get() {
		StringBuilder reference = new StringBuilder(9);
		for (int at = 0; at < 8; at++) {
			reference.append((at == 4) ? "-" : "").append(ALPHABET.charAt(this.random.nextInt(ALPHABET.length())));
		}
		return reference.toString();
	}

}
