package health.admit.portal.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

	/** More follows behind a member. */
	private static final ObjectReader MEMBERS = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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
	 * The object that these bytes are; empty where they are none. Members that nobody
	 * wants are passed over, so that no text of theirs stays in memory.
	 */
	static Optional<Json> of(byte[] bytes, Set<String> wanted) {
		try (JsonParser parser = MAPPER.createParser(bytes)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return Optional.empty();
			}
			ObjectNode object = MAPPER.createObjectNode();
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				parser.nextToken();
				if (wanted.contains(name)) {
					object.set(name, MEMBERS.readTree(parser));
				}
				else {
					parser.skipChildren();
				}
			}
			return (parser.nextToken() == null) ? Optional.of(new Json(object)) : Optional.empty();
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
