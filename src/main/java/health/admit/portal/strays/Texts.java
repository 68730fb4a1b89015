package health.admit.portal.strays;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Messages in the language of the current request.
 */
@Component("strayTexts")
class Texts {

	private final MessageSource messages;

	Texts(MessageSource messages) {
		this.messages = messages;
	}

	String get(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	/** The name of an operation; its title alone when no module names its kind. */
	String operation(String kind, String title) {
		String text = this.messages.getMessage("operation.kind." + kind, new Object[] { title }, title,
				LocaleContextHolder.getLocale());
		return (text != null) ? text : title;
	}

}
