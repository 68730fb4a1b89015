package health.admit.portal.cloud;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the claims challenge out of the {@code WWW-Authenticate} headers of a 401.
 *
 * @see <a href= "https://learn.microsoft.com/entra/identity-platform/claims-challenge">
 * Claims challenges</a>
 */
public final class ClaimsChallenge {

	private static final Pattern CLAIMS = Pattern.compile("\\bclaims=\"([A-Za-z0-9+/_=-]*)\"");

	private ClaimsChallenge() {
	}

	/**
	 * The claims as JSON text, or null where no header names any.
	 */
	public static @Nullable String read(List<String> headers) {
		return headers.stream()
			.map(CLAIMS::matcher)
			.filter(Matcher::find)
			.map((found) -> decode(found.group(1)))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String decode(String base64) {
		try {
			String standard = base64.replace('-', '+').replace('_', '/').replace("=", "");
			String json = new String(Base64.getDecoder().decode(standard), StandardCharsets.UTF_8);
			return json.isBlank() ? null : json;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
