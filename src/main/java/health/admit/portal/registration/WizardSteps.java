package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which pages of the wizard a draft needs, which are done, and where to go next. Pure.
 */
final class WizardSteps {

	private WizardSteps() {
	}

	/**
	 * Whether the page has something to decide for this client.
	 */
	static boolean needed(DraftContent content, WizardStep step) {
		Authentication authentication = content.authentication();
		Basics basics = content.basics();
		return switch (step) {
			case CREDENTIALS -> authentication == null || authentication.confidential();
			case ACCESS -> basics == null || !basics.purpose().apis().isEmpty();
			default -> true;
		};
	}

	static boolean done(DraftContent content, WizardStep step) {
		return switch (step) {
			case BASICS -> content.basics() != null;
			case AUTHENTICATION -> content.authentication() != null;
			case CREDENTIALS -> content.credential() != null;
			case PERMISSIONS -> content.permissions() != null;
			case ACCESS -> content.access() != null && Grantees.fit(content, content.access());
			case REVIEW -> false;
		};
	}

	/**
	 * The page on which the draft waits for its admin.
	 */
	static WizardStep firstIncomplete(DraftContent content) {
		for (WizardStep step : WizardStep.values()) {
			if (needed(content, step) && !done(content, step)) {
				return step;
			}
		}
		return WizardStep.REVIEW;
	}

	/**
	 * Whether the page may be opened: everything before it is decided.
	 */
	static boolean reachable(DraftContent content, WizardStep step) {
		return needed(content, step) && step.compareTo(firstIncomplete(content)) <= 0;
	}

	/**
	 * The page after this one that this client needs; the review is followed by itself.
	 */
	static WizardStep next(DraftContent content, WizardStep step) {
		List<WizardStep> needed = needed(content);
		return needed.stream().filter((other) -> other.compareTo(step) > 0).findFirst().orElse(WizardStep.REVIEW);
	}

	/**
	 * The page before this one that this client needs.
	 */
	static Optional<WizardStep> previous(DraftContent content, WizardStep step) {
		return needed(content).stream().filter((other) -> other.compareTo(step) < 0).reduce((first, last) -> last);
	}

	private static List<WizardStep> needed(DraftContent content) {
		List<WizardStep> needed = new ArrayList<>(List.of(WizardStep.values()));
		needed.removeIf((step) -> !needed(content, step));
		return needed;
	}

}
