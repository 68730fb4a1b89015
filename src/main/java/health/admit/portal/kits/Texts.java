package health.admit.portal.kits;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The sentences of kits, in the language of the current request.
 */
final class Texts {

	private final MessageSource messages;

	Texts(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * A sentence. Arguments are texts, encoded for the file they go into.
	 */
	String get(String key, Object... arguments) {
		return this.messages.getMessage("kits." + key, arguments, LocaleContextHolder.getLocale());
	}

}
