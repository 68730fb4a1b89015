package health.admit.sandbox.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import health.admit.sandbox.health.DicomAttribute.Level;
import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A search for studies, series or instances.
 */
final class DicomSearch {

	private static final Set<String> RESULT = Set.of("limit", "offset", "includefield", "fuzzymatching");

	private final DicomRequest request;

	private final Level level;

	DicomSearch(DicomRequest request, Level level) {
		this.request = request;
		this.level = level;
	}

	DicomAnswer answer(List<DicomFile> files) {
		int limit = this.request.number("limit", 100, 1, 200);
		int offset = this.request.number("offset", 0, 0, Integer.MAX_VALUE);
		if ("true".equalsIgnoreCase(this.request.parameter("fuzzymatching"))) {
			throw DicomProblem.notImplemented("fuzzy matching");
		}
		Map<DicomAttribute, String> criteria = criteria();
		Map<String, DicomFile> found = new LinkedHashMap<>();
		files.stream()
			.filter(this.request::covers)
			.filter((file) -> criteria.entrySet()
				.stream()
				.allMatch((each) -> fits(file, each.getKey(), each.getValue())))
			.forEach((file) -> found.putIfAbsent(identity(file), file));
		List<DicomFile> page = new ArrayList<>(found.values()).stream().skip(offset).limit(limit).toList();
		if (page.isEmpty()) {
			return DicomAnswer.noContent();
		}
		ArrayNode rows = Json.array();
		page.forEach((file) -> rows.add(row(file)));
		return DicomAnswer.json(200, "application/dicom+json", rows);
	}

	private Map<DicomAttribute, String> criteria() {
		Map<DicomAttribute, String> criteria = new LinkedHashMap<>();
		this.request.query().forEach((name, value) -> {
			if (!RESULT.contains(name)) {
				criteria.put(
						DicomAttribute.of(name)
							.filter((attribute) -> attribute.level().compareTo(this.level) <= 0)
							.orElseThrow(() -> DicomProblem.of(400,
									"Invalid query: the attribute '" + name + "' cannot be searched at this level.")),
						value);
			}
		});
		return criteria;
	}

	private static boolean fits(DicomFile file, DicomAttribute attribute, String wanted) {
		String value = file.text(attribute);
		if (attribute.representation().equals("DA") && wanted.contains("-")) {
			String[] range = wanted.split("-", 2);
			return !value.isEmpty() && (range[0].isEmpty() || value.compareTo(range[0]) >= 0)
					&& (range[1].isEmpty() || value.compareTo(range[1]) <= 0);
		}
		return attribute.representation().equals("PN")
				? value.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)) : value.equals(wanted);
	}

	private String identity(DicomFile file) {
		return switch (this.level) {
			case STUDY -> file.study();
			case SERIES -> file.series();
			case INSTANCE -> file.instance();
		};
	}

	private ObjectNode row(DicomFile file) {
		String include = this.request.parameter("includefield");
		if ("all".equals(include)) {
			return file.attributes();
		}
		List<String> more = (include != null) ? Arrays.asList(include.split(",")) : List.of();
		ObjectNode row = Json.object();
		for (DicomAttribute attribute : DicomAttribute.values()) {
			boolean usual = attribute.level().compareTo(this.level) <= 0;
			boolean asked = more.stream()
				.anyMatch((name) -> DicomAttribute.of(name).filter(attribute::equals).isPresent());
			if ((usual || asked) && file.attributes().has(attribute.tag())) {
				row.set(attribute.tag(), file.attributes().get(attribute.tag()));
			}
		}
		return row;
	}

}
