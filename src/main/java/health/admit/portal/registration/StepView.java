package health.admit.portal.registration;

import org.jspecify.annotations.Nullable;

/**
 * One step of the stepper.
 *
 * @param state style: {@code done}, {@code current}, {@code open}, {@code later} or
 * {@code skipped}
 * @param stateText the same in words
 * @param href where to open it; null when it cannot be opened yet
 */
record StepView(int number, String title, String state, String stateText, @Nullable String href, boolean current) {
}
