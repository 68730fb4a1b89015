package health.admit.portal.registration;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;

/**
 * Keeps what was typed on a page that is not saved yet while the browser is away: at the
 * sign-in page for one more scope, or on the way to a page with search results.
 */
@Component
class TypedForms {

	private final HttpSession session;

	TypedForms(HttpSession session) {
		this.session = session;
	}

	/**
	 * Keeps a form.
	 * @param version the version of the draft on which it was typed
	 */
	void keep(UUID draft, int version, Serializable form) {
		this.session.setAttribute(key(draft, form.getClass()), new Typed(version, form));
	}

	Optional<Typed> find(UUID draft, Class<? extends Serializable> type) {
		return Optional.ofNullable(this.session.getAttribute(key(draft, type))).map(Typed.class::cast);
	}

	void drop(UUID draft, Class<? extends Serializable> type) {
		this.session.removeAttribute(key(draft, type));
	}

	private static String key(UUID draft, Class<?> type) {
		return "registration." + type.getSimpleName() + "." + draft;
	}

	/**
	 * A form, and the version of the draft on which it was typed.
	 */
	record Typed(int version, Serializable form) implements Serializable {
	}

}
