package health.admit.portal.registration;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Messages in the language of the current request.
 */
@Component("registrationTexts")
class Texts {

	private final MessageSource messages;

	Texts(MessageSource messages) {
		this.messages = messages;
	}

	String get(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	/**
	 * The text of an enum constant: message {@code registration.<enum>.<CONSTANT>}.
	 */
	String of(Enum<?> constant) {
		return get(key(constant));
	}

	/**
	 * What choosing the constant means.
	 */
	String hint(Enum<?> constant) {
		return get(key(constant) + ".hint");
	}

	private static String key(Enum<?> constant) {
		String type = constant.getDeclaringClass().getSimpleName();
		return "registration." + Character.toLowerCase(type.charAt(0)) + type.substring(1) + "." + constant.name();
	}

}
