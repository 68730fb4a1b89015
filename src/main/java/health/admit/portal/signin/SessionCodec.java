package health.admit.portal.signin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.FlashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes session attributes as JSON. Only a handful of types may be in a session, each
 * with its own tag, so that nothing an attacker puts into the table is ever deserialized
 * into a class of their choice.
 */
class SessionCodec {

	private static final Logger log = LoggerFactory.getLogger(SessionCodec.class);

	private final JsonMapper json = JsonMapper.builder().build();

	/**
	 * The attribute as bytes.
	 * @throws IllegalArgumentException for a type that has no place in a session
	 */
	byte[] write(Object attribute) {
		return this.json.writeValueAsBytes(envelope(attribute));
	}

	/**
	 * The attribute, or null when the bytes are not what {@link #write} makes.
	 */
	@Nullable Object read(byte[] bytes) {
		try {
			Envelope envelope = this.json.readValue(bytes, Envelope.class);
			if (envelope == null || envelope.type() == null || envelope.value() == null) {
				return null;
			}
			return switch (envelope.type()) {
				case "text" -> envelope.value();
				case "signed-in" -> this.json.convertValue(envelope.value(), SignedIn.class);
				case "csrf" -> csrf(this.json.convertValue(envelope.value(), Csrf.class));
				case "flash" -> flashes(envelope.value());
				default -> null;
			};
		}
		catch (JacksonException | IllegalArgumentException ex) {
			log.warn("A session attribute in the database is not readable and was dropped");
			return null;
		}
	}

	private static Envelope envelope(Object attribute) {
		if (attribute instanceof String text) {
			return new Envelope("text", text);
		}
		if (attribute instanceof SignedIn signedIn) {
			return new Envelope("signed-in", signedIn);
		}
		if (attribute instanceof DefaultCsrfToken token) {
			return new Envelope("csrf", new Csrf(token.getHeaderName(), token.getParameterName(), token.getToken()));
		}
		if (attribute instanceof List<?> list && list.stream().allMatch(FlashMap.class::isInstance)) {
			return new Envelope("flash", list.stream().map((one) -> Flash.of((FlashMap) one)).toList());
		}
		throw new IllegalArgumentException(
				"A session holds texts and flash attributes only, not " + attribute.getClass().getName());
	}

	private static DefaultCsrfToken csrf(Csrf csrf) {
		return new DefaultCsrfToken(csrf.header(), csrf.parameter(), csrf.token());
	}

	private List<FlashMap> flashes(@Nullable Object value) {
		JavaType type = this.json.getTypeFactory().constructCollectionType(List.class, Flash.class);
		List<Flash> flashes = this.json.convertValue(value, type);
		return new CopyOnWriteArrayList<>(flashes.stream().map(Flash::toFlashMap).toList());
	}

	/**
	 * An attribute under the tag of its type.
	 */
	record Envelope(@Nullable String type, @Nullable Object value) {
	}

	/**
	 * A CSRF token.
	 */
	record Csrf(String header, String parameter, String token) {
	}

	/**
	 * Flash attributes for one request to come.
	 *
	 * @param values texts, numbers, booleans and lists of these
	 */
	record Flash(@Nullable String path, Map<String, List<String>> parameters, long expires,
			Map<String, @Nullable Object> values) {

		static Flash of(FlashMap map) {
			map.values().forEach(Flash::check);
			Map<String, List<String>> parameters = new LinkedHashMap<>(map.getTargetRequestParams());
			return new Flash(map.getTargetRequestPath(), parameters, map.getExpirationTime(), new LinkedHashMap<>(map));
		}

		private static void check(@Nullable Object value) {
			if (value instanceof List<?> list) {
				new ArrayList<>(list).forEach(Flash::check);
			}
			else if (value != null
					&& !(value instanceof String || value instanceof Number || value instanceof Boolean)) {
				throw new IllegalArgumentException(
						"A flash attribute is a text, a number or a boolean, not " + value.getClass().getName());
			}
		}

		FlashMap toFlashMap() {
			FlashMap map = new FlashMap();
			map.putAll(this.values);
			map.setTargetRequestPath(this.path);
			map.addTargetRequestParams(new LinkedMultiValueMap<>(this.parameters));
			map.setExpirationTime(this.expires);
			return map;
		}

	}

}
