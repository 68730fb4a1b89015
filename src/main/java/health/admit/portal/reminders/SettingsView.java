package health.admit.portal.reminders;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The settings in ready texts.
 *
 * @param missing names of the constants of {@link ReminderSettings.Missing}
 */
record SettingsView(boolean enabled, List<String> missing, String host, String from, String time, String steps,
		List<String> fallback) {

	static SettingsView of(ReminderSettings settings) {
		List<Integer> days = settings.steps().days();
		String steps = days.stream()
			.sorted((one, other) -> other - one)
			.map(String::valueOf)
			.collect(Collectors.joining(", "));
		return new SettingsView(settings.enabled(), settings.missing().stream().map(Enum::name).toList(),
				settings.host(), settings.from(), settings.time().toString(), steps, List.copyOf(settings.fallback()));
	}

}
