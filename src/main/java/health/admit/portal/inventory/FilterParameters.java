package health.admit.portal.inventory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * The query string that stands for a list, one for pages, exports and programs:
 * {@code band}, {@code kind}, {@code source}, {@code owner} and {@code work} (repeatable;
 * constants in lower case with hyphens), {@code covered} and {@code too-long} (yes or
 * no), {@code q} and {@code sort}. Whatever is not known is left out.
 */
public final class FilterParameters {

	private static final int LONGEST_TEXT = 200;

	private static final Set<String> CHOICES = Set.of("yes", "no");

	private static final Set<String> NAMES = Set.of("band", "kind", "source", "owner", "work", "covered", "too-long",
			"q", "sort");

	private FilterParameters() {
	}

	/** Whether a parameter of this name is read at all. */
	public static boolean isKnown(String name) {
		return NAMES.contains(name);
	}

	/** Whether all values of a parameter count, so that nothing is left out. */
	public static boolean counts(String name, List<String> values) {
		boolean one = values.size() == 1;
		return switch (name) {
			case "band" -> known(Band.class, values);
			case "kind" -> known(CredentialKind.class, values);
			case "source" -> known(Source.class, values);
			case "owner" -> known(OwnerState.class, values);
			case "work" -> known(WorkState.class, values);
			case "sort" -> one && known(Sorting.class, values);
			case "covered", "too-long" -> one && CHOICES.containsAll(values);
			case "q" -> one && values.get(0).length() <= LONGEST_TEXT;
			default -> false;
		};
	}

	/** The filter of a query string. */
	public static CredentialFilter of(Map<String, List<String>> query) {
		return new CredentialFilter(constants(Band.class, query, "band"),
				constants(CredentialKind.class, query, "kind"), constants(Source.class, query, "source"),
				constants(OwnerState.class, query, "owner"), constants(WorkState.class, query, "work"),
				choice(query, "covered"), choice(query, "too-long"), text(query));
	}

	/** The order of a query string; what ends first unless it says otherwise. */
	public static Sorting sorting(Map<String, List<String>> query) {
		return constants(Sorting.class, query, "sort").stream().findFirst().orElse(Sorting.ENDS_FIRST);
	}

	/** The parameters that read as this filter, not encoded. */
	public static MultiValueMap<String, String> parameters(CredentialFilter filter) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		put(parameters, "band", filter.bands());
		put(parameters, "kind", filter.kinds());
		put(parameters, "source", filter.sources());
		put(parameters, "owner", filter.owners());
		put(parameters, "work", filter.work());
		put(parameters, "covered", filter.covered());
		put(parameters, "too-long", filter.tooLong());
		if (!filter.text().isEmpty()) {
			parameters.add("q", filter.text());
		}
		return parameters;
	}

	/** The parameters that read as this filter and order, not encoded. */
	public static MultiValueMap<String, String> parameters(CredentialFilter filter, Sorting sorting) {
		MultiValueMap<String, String> parameters = parameters(filter);
		if (sorting != Sorting.ENDS_FIRST) {
			parameters.add("sort", name(sorting));
		}
		return parameters;
	}

	/** The encoded query string that reads as this filter, without question mark. */
	public static String toQuery(CredentialFilter filter) {
		return encoded(parameters(filter));
	}

	/**
	 * The encoded query string that reads as this filter and order, without question
	 * mark.
	 */
	public static String toQuery(CredentialFilter filter, Sorting sorting) {
		return encoded(parameters(filter, sorting));
	}

	/** How a constant is written in a query string. */
	public static String name(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static String encoded(MultiValueMap<String, String> parameters) {
		StringJoiner query = new StringJoiner("&");
		parameters.forEach((name, values) -> values
			.forEach((value) -> query.add(name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8))));
		return query.toString();
	}

	private static <E extends Enum<E>> boolean known(Class<E> type, List<String> values) {
		return Arrays.stream(type.getEnumConstants())
			.map(FilterParameters::name)
			.collect(Collectors.toSet())
			.containsAll(values);
	}

	private static <E extends Enum<E>> Set<E> constants(Class<E> type, Map<String, List<String>> query, String name) {
		Set<E> found = EnumSet.noneOf(type);
		for (String value : query.getOrDefault(name, List.of())) {
			Arrays.stream(type.getEnumConstants())
				.filter((constant) -> name(constant).equals(value))
				.forEach(found::add);
		}
		return found;
	}

	private static @Nullable Boolean choice(Map<String, List<String>> query, String name) {
		return switch (first(query, name)) {
			case "yes" -> true;
			case "no" -> false;
			default -> null;
		};
	}

	private static String text(Map<String, List<String>> query) {
		String text = first(query, "q");
		return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
	}

	private static String first(Map<String, List<String>> query, String name) {
		List<String> values = query.getOrDefault(name, List.of());
		return values.isEmpty() ? "" : values.get(0);
	}

	private static void put(MultiValueMap<String, String> parameters, String name,
			Collection<? extends Enum<?>> chosen) {
		chosen.stream()
			.sorted(Comparator.comparingInt(Enum::ordinal))
			.forEach((constant) -> parameters.add(name, name(constant)));
	}

	private static void put(MultiValueMap<String, String> parameters, String name, @Nullable Boolean chosen) {
		if (chosen != null) {
			parameters.add(name, chosen ? "yes" : "no");
		}
	}

}
