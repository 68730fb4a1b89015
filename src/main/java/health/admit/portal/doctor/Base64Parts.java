package health.admit.portal.doctor;

import java.util.Arrays;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Decodes parts of tokens without leaving copies behind.
 */
final class Base64Parts {

	private Base64Parts() {
	}

	/**
	 * Decodes a part of an array, in either alphabet and with or without padding.
	 * @return an array to be wiped; null where it is no base64
	 */
	static byte @Nullable [] decode(byte[] source, int from, int to) {
		byte[] plain = new byte[to - from];
		byte[] decoded = new byte[(to - from) * 3 / 4 + 3];
		try {
			int length = 0;
			for (int at = from; at < to; at++) {
				byte b = source[at];
				if (b == '=' && at >= to - 2) {
					continue;
				}
				plain[length++] = (b == '+') ? (byte) '-' : (b == '/') ? (byte) '_' : b;
			}
			byte[] exact = Arrays.copyOf(plain, length);
			try {
				return Arrays.copyOf(decoded, Base64.getUrlDecoder().decode(exact, decoded));
			}
			finally {
				Arrays.fill(exact, (byte) 0);
			}
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
		finally {
			wipe(plain);
			wipe(decoded);
		}
	}

	static void wipe(byte @Nullable [] array) {
		if (array != null) {
			Arrays.fill(array, (byte) 0);
		}
	}

}
