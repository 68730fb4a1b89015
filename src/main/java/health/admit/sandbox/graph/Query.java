package health.admit.sandbox.graph;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The query options of a request. {@code %24top} and {@code $top} are the same.
 */
record Query(Map<String, String> options) {

	static Query of(@Nullable String raw) {
		Map<String, String> options = new LinkedHashMap<>();
		for (String pair : ((raw != null) ? raw : "").split("&")) {
			if (!pair.isEmpty()) {
				String[] parts = pair.split("=", 2);
				options.put(decode(parts[0]), (parts.length > 1) ? decode(parts[1]) : "");
			}
		}
		return new Query(options);
	}

	/** Refuses every option that the operation does not know. */
	void allow(Set<String> known) {
		for (String name : this.options.keySet()) {
			if (!known.contains(name)) {
				throw GraphProblem.notImplemented("the query option '" + name + "' here");
			}
		}
	}

	@Nullable String get(String name) {
		return this.options.get(name);
	}

	boolean has(String name) {
		return this.options.containsKey(name);
	}

	/** The names in {@code $select}; empty when there is none. */
	List<String> select() {
		String select = get("$select");
		return (select == null || select.isBlank()) ? List.of()
				: List.of(select.split(",")).stream().map(String::trim).toList();
	}

	boolean count() {
		return "true".equalsIgnoreCase(get("$count"));
	}

	/** {@code $top}, or the given default. */
	int top(int usual, int most) {
		String top = get("$top");
		if (top == null) {
			return usual;
		}
		try {
			int wanted = Integer.parseInt(top);
			if (wanted >= 1 && wanted <= most) {
				return wanted;
			}
		}
		catch (NumberFormatException ex) {
			// Falls through to the same answer as a number out of range.
		}
		throw GraphProblem
			.badRequest("Invalid page size specified: '" + top + "'. Must be between 1 and " + most + " inclusive.");
	}

	/** The same options with one replaced, encoded for a link. */
	String with(String name, String value) {
		Map<String, String> all = new LinkedHashMap<>(this.options);
		all.put(name, value);
		return all.entrySet()
			.stream()
			.map((option) -> option.getKey() + "=" + URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
