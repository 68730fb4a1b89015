package health.admit.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;

/**
 * Small helpers of the form fragments; {@code #forms} in templates.
 */
public final class Forms {

	/**
	 * One choice of a select, of radios or of checkboxes.
	 */
	public record Choice(@Nullable Object value, @Nullable Object text, @Nullable Object hint) {
	}

	/**
	 * The ids of the texts that describe a field, or null when there are none.
	 */
	public @Nullable String describedBy(String field, @Nullable String hint, boolean bad) {
		List<String> ids = new ArrayList<>();
		if (hint != null && !hint.isEmpty()) {
			ids.add(field + "-hint");
		}
		if (bad) {
			ids.add(field + "-error");
		}
		return ids.isEmpty() ? null : String.join(" ", ids);
	}

	/**
	 * Choices from a map of value to text, or from views with {@code value()},
	 * {@code text()} and perhaps {@code hint()}.
	 */
	public List<Choice> choices(@Nullable Object options) {
		if (options instanceof Map<?, ?> map) {
			return map.entrySet().stream().map((entry) -> new Choice(entry.getKey(), entry.getValue(), null)).toList();
		}
		List<Choice> choices = new ArrayList<>();
		if (options instanceof Iterable<?> views) {
			views.forEach((view) -> choices.add(choice(new BeanWrapperImpl(view))));
		}
		return choices;
	}

	private static Choice choice(BeanWrapper view) {
		return new Choice(property(view, "value"), property(view, "text"), property(view, "hint"));
	}

	private static @Nullable Object property(BeanWrapper view, String name) {
		return view.isReadableProperty(name) ? view.getPropertyValue(name) : null;
	}

}
