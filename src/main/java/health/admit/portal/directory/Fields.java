package health.admit.portal.directory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Turns single values of the SDK into ours and back.
 */
final class Fields {

	private Fields() {
	}

	/**
	 * An id that has to be there.
	 * @throws MalformedAnswer when it is missing or no GUID
	 */
	static UUID id(@Nullable String value, String what) {
		String text = MalformedAnswer.require(value, what);
		if (!ODataText.isGuid(text)) {
			throw new MalformedAnswer("a well-formed " + what);
		}
		return UUID.fromString(text);
	}

	static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	/**
	 * A moment in UTC, to the second: Graph returns up to seven fraction digits and none
	 * of them means anything to a person.
	 */
	static @Nullable Instant instant(@Nullable OffsetDateTime value) {
		return (value != null) ? value.toInstant().truncatedTo(ChronoUnit.SECONDS) : null;
	}

	static OffsetDateTime dateTime(Instant value) {
		return value.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
	}

	/**
	 * Maps a collection that may be absent.
	 */
	static <S, T> List<T> list(@Nullable List<S> values, Function<? super S, ? extends T> mapping) {
		return (values != null) ? values.stream().<T>map(mapping).toList() : List.of();
	}

	static List<String> texts(@Nullable List<String> values) {
		return (values != null) ? List.copyOf(values) : List.of();
	}

}
