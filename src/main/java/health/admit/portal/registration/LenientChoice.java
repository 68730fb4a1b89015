package health.admit.portal.registration;

import java.beans.PropertyEditorSupport;

import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.support.DefaultConversionService;

/**
 * Reads what a field sends that offers choices. What it does not offer counts as no
 * choice, so that the field's own rule says what to do.
 */
final class LenientChoice extends PropertyEditorSupport {

	private final Class<?> type;

	LenientChoice(Class<?> type) {
		this.type = type;
	}

	@Override
	public void setAsText(String text) {
		try {
			setValue(DefaultConversionService.getSharedInstance().convert(text.strip(), this.type));
		}
		catch (ConversionException ex) {
			setValue(null);
		}
	}

	/** Empty for no choice. */
	@Override
	public String getAsText() {
		return (getValue() != null) ? getValue().toString() : "";
	}

}
