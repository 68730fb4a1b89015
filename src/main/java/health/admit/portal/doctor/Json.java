package health.admit.portal.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An object out of pasted JSON: shallow, of bounded size, and nothing said twice.
 */
final class Json {

	/** No answer and no token nests deeper. */
	private static final int DEEPEST = 16;

	private static final int LONGEST_TEXT = 64 * 1024;

	/** Buffers are not kept for the next reader: they would hold what was read. */
	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.recyclerPool(JsonRecyclerPools.nonRecyclingPool())
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(DEEPEST)
				.maxStringLength(LONGEST_TEXT)
				.maxNumberLength(64)
				.maxNameLength(1024)
				.maxTokenCount(20_000)
				.build())
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
			.build())
		.build();

	private static final Json NOTHING = new Json(null);

	private final @Nullable JsonNode node;

	private Json(@Nullable JsonNode node) {
		this.node = node;
	}

	/**
	 * The object a text begins with, wherever it ends; nothing where it is none.
	 */
	static Json in(String text) {
		int start = text.indexOf('{');
		int end = text.lastIndexOf('}');
		if (start == -1 || end < start) {
			return NOTHING;
		}
		try {
			return object(MAPPER.readTree(text.substring(start, end + 1)));
		}
		catch (JacksonException ex) {
			return NOTHING;
		}
	}

	/**
	 * The object that these bytes are; empty where they are none.
	 */
	static Optional<Json> of(byte[] bytes) {
		try {
			return Optional.of(object(MAPPER.readTree(bytes))).filter((json) -> json.node != null);
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	/** A text member, shortened to what a page can bear; null where there is none. */
	@Nullable String text(String name) {
		JsonNode member = (this.node != null) ? this.node.get(name) : null;
		return (member != null && member.isString()) ? member.stringValue() : null;
	}

	/** A whole number; null where there is none. */
	@Nullable Long number(String name) {
		JsonNode member = (this.node != null) ? this.node.get(name) : null;
		return (member != null && member.isIntegralNumber() && member.canConvertToLong()) ? member.longValue() : null;
	}

	boolean has(String name) {
		return this.node != null && this.node.has(name);
	}

	/** The texts of a member that is a text or a list of them. */
	List<String> texts(String name) {
		JsonNode member = (this.node != null) ? this.node.get(name) : null;
		if (member == null) {
			return List.of();
		}
		if (member.isString()) {
			return List.of(member.stringValue());
		}
		List<String> texts = new ArrayList<>();
		member.forEach((element) -> {
			if (element.isString()) {
				texts.add(element.stringValue());
			}
		});
		return texts;
	}

	/** The object under this name; nothing where there is none. */
	Json object(String name) {
		JsonNode member = (this.node != null) ? this.node.get(name) : null;
		return (member != null) ? object(member) : NOTHING;
	}

	/** The objects of a list. */
	List<Json> objects(String name) {
		JsonNode member = (this.node != null) ? this.node.get(name) : null;
		List<Json> objects = new ArrayList<>();
		if (member != null && member.isArray()) {
			member.forEach((element) -> objects.add(object(element)));
		}
		return objects;
	}

	int count(String name) {
		JsonNode member = (this.node != null) ? this.node.get(name) : null;
		return (member != null) ? member.size() : 0;
	}

	private static Json object(JsonNode node) {
		return node.isObject() ? new Json(node) : NOTHING;
	}

}
