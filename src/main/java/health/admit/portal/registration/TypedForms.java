package health.admit.portal.registration;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Keeps what was typed on a page that is not saved yet while the browser is away: at the
 * sign-in page for one more scope, or on the way to a page with search results. It is
 * kept as JSON, because a session takes texts only.
 */
@Component
class TypedForms {

	private final HttpSession session;

	private final JsonMapper mapper;

	TypedForms(HttpSession session, JsonMapper mapper) {
		this.session = session;
		this.mapper = mapper;
	}

	/**
	 * Keeps a form.
	 * @param version the version of the draft on which it was typed
	 */
	void keep(UUID draft, int version, Record form) {
		this.session.setAttribute(key(draft, form.getClass()),
				this.mapper.writeValueAsString(new Typed<>(version, form)));
	}

	<T extends Record> Optional<Typed<T>> find(UUID draft, Class<T> type) {
		if (!(this.session.getAttribute(key(draft, type)) instanceof String text)) {
			return Optional.empty();
		}
		JsonNode kept = this.mapper.readTree(text);
		return Optional.of(new Typed<>(kept.path("version").asInt(), this.mapper.treeToValue(kept.path("form"), type)));
	}

	void drop(UUID draft, Class<? extends Record> type) {
		this.session.removeAttribute(key(draft, type));
	}

	private static String key(UUID draft, Class<?> type) {
		return "registration." + type.getSimpleName() + "." + draft;
	}

	/**
	 * A form, and the version of the draft on which it was typed.
	 */
	record Typed<T extends Record>(int version, T form) {
	}

}
