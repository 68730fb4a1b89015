package health.admit.portal.registration;

import org.jspecify.annotations.Nullable;

/**
 * One step of the stepper.
 *
 * @param style {@code done}, {@code current} or {@code todo}
 * @param stateText how it stands, in words
 * @param href where to open it; null when it cannot be opened yet
 */
record StepView(String title, String style, String stateText, @Nullable String href, boolean current) {
}
