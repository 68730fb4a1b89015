package health.admit.portal.doctor;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads ids as Entra writes them and nothing shorter, which {@link UUID} would complete.
 */
final class Ids {

	private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private Ids() {
	}

	static Optional<UUID> id(@Nullable String text) {
		return (text != null && ID.matcher(text).matches()) ? Optional.of(UUID.fromString(text)) : Optional.empty();
	}

}
