package health.admit.portal.operation;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Messages in the language of the current request.
 */
@Component
class OperationTexts {

	private final MessageSource messages;

	OperationTexts(MessageSource messages) {
		this.messages = messages;
	}

	String get(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	/**
	 * The message, or the other text when no module has one for the key.
	 */
	String getOr(String key, String other, Object... arguments) {
		String text = this.messages.getMessage(key, arguments, other, LocaleContextHolder.getLocale());
		return (text != null) ? text : other;
	}

	String of(Enum<?> constant) {
		String type = constant.getDeclaringClass().getSimpleName();
		return get("operation." + Character.toLowerCase(type.charAt(0)) + type.substring(1) + "." + constant.name());
	}

}
