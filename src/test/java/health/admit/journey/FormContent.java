package health.admit.journey;

import java.util.ArrayList;
import java.util.List;

import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlOption;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.htmlunit.html.HtmlTextArea;

/**
 * What the fields of a page hold, as lines to compare. Characters that HTML cannot carry
 * count as one.
 */
final class FormContent {

	private FormContent() {
	}

	static List<String> of(HtmlPage page) {
		List<String> lines = new ArrayList<>();
		for (Object found : page.getByXPath("//main//form//*[self::input or self::textarea or self::select]")) {
			DomElement field = (DomElement) found;
			String name = field.getAttribute("name");
			if (!name.startsWith("_")) {
				lines.add(name + " = "
						+ text(field).strip().replaceAll("\\R", "\n").replaceAll("[\\p{Cc}\\uFFFD]", "?").strip());
			}
		}
		return lines;
	}

	private static String text(DomElement field) {
		if (field instanceof HtmlTextArea area) {
			return area.getText();
		}
		if (field instanceof HtmlSelect select) {
			return select.getSelectedOptions().stream().map(HtmlOption::getValueAttribute).toList().toString();
		}
		HtmlInput input = (HtmlInput) field;
		return switch (input.getType()) {
			case "radio", "checkbox" -> input.getValueAttribute() + (input.isChecked() ? " chosen" : "");
			default -> input.getValue();
		};
	}

}
