package health.admit.portal.connection;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Messages in the language of the current request.
 */
@Component("connectionTexts")
class Texts {

	private final MessageSource messages;

	Texts(MessageSource messages) {
		this.messages = messages;
	}

	String get(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	/** The message; empty when there is none. */
	String orNothing(String key, Object... arguments) {
		return String.valueOf(this.messages.getMessage(key, arguments, "", LocaleContextHolder.getLocale()));
	}

}
