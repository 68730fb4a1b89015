package health.admit.portal.inventory;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The end of a secret's display name by which a portal knows again what it made:
 * {@code admit:<operation id>:<number of the attempt>}.
 */
final class Marker {

	private static final Pattern END = Pattern.compile(
			"\\badmit:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}):[0-9]{1,9}\\z",
			Pattern.CASE_INSENSITIVE);

	private Marker() {
	}

	/**
	 * The operation that the marker names. Only secrets of applications carry one: a
	 * portal makes no others.
	 */
	static Optional<UUID> of(Entry entry) {
		boolean made = entry.facet().kind() == CredentialKind.SECRET && entry.facet().source() == Source.APPLICATION;
		return made ? operation(entry.held().description()) : Optional.empty();
	}

	static Optional<UUID> operation(@Nullable String displayName) {
		if (displayName == null) {
			return Optional.empty();
		}
		Matcher end = END.matcher(displayName);
		return end.find() ? Optional.of(UUID.fromString(end.group(1))) : Optional.empty();
	}

}
