package health.admit.portal.azure;

import java.util.List;
import java.util.Locale;

/**
 * A set of allowed actions. Each may hold {@code *}; what the "not" lists name is taken
 * away again.
 */
public record Permission(List<String> actions, List<String> notActions, List<String> dataActions,
		List<String> notDataActions) {

	public Permission {
		actions = List.copyOf(actions);
		notActions = List.copyOf(notActions);
		dataActions = List.copyOf(dataActions);
		notDataActions = List.copyOf(notDataActions);
	}

	/** Whether it permits something with resources, such as assigning a role. */
	public boolean permits(String action) {
		return covers(this.actions, action) && !covers(this.notActions, action);
	}

	/** Whether it permits something with data. */
	public boolean permitsData(String action) {
		return covers(this.dataActions, action) && !covers(this.notDataActions, action);
	}

	private static boolean covers(List<String> patterns, String action) {
		return patterns.stream().anyMatch((pattern) -> covers(pattern, action.toLowerCase(Locale.ROOT)));
	}

	/** Without a regular expression: patterns of own roles are somebody's input. */
	private static boolean covers(String pattern, String action) {
		String[] parts = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
		if (parts.length == 1) {
			return parts[0].equals(action);
		}
		String last = parts[parts.length - 1];
		if (!action.startsWith(parts[0])) {
			return false;
		}
		int at = parts[0].length();
		for (int i = 1; i < parts.length - 1; i++) {
			int found = action.indexOf(parts[i], at);
			if (found < 0) {
				return false;
			}
			at = found + parts[i].length();
		}
		return action.length() - last.length() >= at && action.endsWith(last);
	}

}
