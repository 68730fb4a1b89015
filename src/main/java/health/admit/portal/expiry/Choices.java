package health.admit.portal.expiry;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.FilterParameters;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.Source;
import health.admit.portal.inventory.WorkState;

/**
 * A group of checkboxes in the filter form.
 *
 * @param name of the parameter
 * @param legend message key
 */
record Choices(String name, String legend, List<Choice> choices) {

	static List<Choices> of(CredentialFilter filter) {
		return List.of(group("band", Band.values(), filter.bands()),
				group("kind", CredentialKind.values(), filter.kinds()),
				group("owner", OwnerState.values(), filter.owners()), group("work", WorkState.values(), filter.work()),
				group("source", Source.values(), filter.sources()));
	}

	private static Choices group(String name, Enum<?>[] constants, Set<? extends Enum<?>> chosen) {
		return new Choices(name, "expiry.filter." + name,
				Arrays.stream(constants)
					.map((constant) -> new Choice(FilterParameters.name(constant),
							"expiry." + name + "." + constant.name(), chosen.contains(constant)))
					.toList());
	}

	/**
	 * One checkbox.
	 *
	 * @param text message key
	 */
	record Choice(String value, String text, boolean chosen) {
	}

}
