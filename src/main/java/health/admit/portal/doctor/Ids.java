package health.admit.portal.doctor;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads ids as Entra writes them and nothing shorter, which {@link UUID} would complete.
 */
final class Ids {

	private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private static final Pattern STANDING = Pattern.compile("(?<![0-9a-zA-Z-])" + ID + "(?![0-9a-zA-Z-])");

	/** As Azure writes the id of a principal that it does not know. */
	private static final Pattern WITHOUT_DASHES = Pattern
		.compile("([0-9a-fA-F]{8})([0-9a-fA-F]{4})([0-9a-fA-F]{4})([0-9a-fA-F]{4})([0-9a-fA-F]{12})");

	private Ids() {
	}

	static Optional<UUID> id(@Nullable String text) {
		return (text != null && ID.matcher(text).matches()) ? Optional.of(UUID.fromString(text)) : Optional.empty();
	}

	/** The ids in a text. */
	static Stream<UUID> in(String text) {
		return STANDING.matcher(text).results().map((found) -> UUID.fromString(found.group()));
	}

	/** The id of a principal, with or without dashes. */
	static Optional<UUID> principal(String text) {
		return id(WITHOUT_DASHES.matcher(text).replaceFirst("$1-$2-$3-$4-$5"));
	}

}
