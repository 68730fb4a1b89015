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

	void keep(UUID draft, Serializable form) {
		this.session.setAttribute(key(draft, form.getClass()), form);
	}

	<T extends Serializable> Optional<T> find(UUID draft, Class<T> type) {
		return Optional.ofNullable(this.session.getAttribute(key(draft, type))).map(type::cast);
	}

	void drop(UUID draft, Class<? extends Serializable> type) {
		this.session.removeAttribute(key(draft, type));
	}

	private static String key(UUID draft, Class<?> type) {
		return "registration." + type.getSimpleName() + "." + draft;
	}

}
