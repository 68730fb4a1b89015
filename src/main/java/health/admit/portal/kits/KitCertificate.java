package health.admit.portal.kits;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * The certificate the client signs with.
 *
 * @param thumbprint SHA-256 over the DER form, in hex
 * @param end when it stops working; null when that is not known
 */
public record KitCertificate(String thumbprint, @Nullable Instant end) {

	public KitCertificate {
		thumbprint = HexFormat.of().withUpperCase().formatHex(HexFormat.of().parseHex(thumbprint));
		if (thumbprint.length() != 64) {
			throw new IllegalArgumentException("Not a SHA-256 thumbprint");
		}
	}

	/**
	 * The value of {@code x5t#S256}.
	 */
	String x5tS256() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(this.thumbprint));
	}

}
