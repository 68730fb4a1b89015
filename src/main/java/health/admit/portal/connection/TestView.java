package health.admit.portal.connection;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A test as its page shows it.
 *
 * @param phase name of the constant of {@link Phase}
 * @param summary what the phase means and what to do
 * @param seen changes with the report
 * @param waiting whether there is something to wait for that can be stopped
 * @param again address of the form with everything but the credential
 */
record TestView(String id, String clientId, String address, String wayText, String phase, String phaseText,
		String summary, boolean running, boolean waiting, String seen, @Nullable PromptView prompt,
		List<StepView> steps, String again, Instant startedAt) {

	/**
	 * What a person has to do on another page.
	 *
	 * @param link whether the page may be linked to
	 */
	record PromptView(String page, boolean link, String userCode) {
	}

	/**
	 * One step.
	 *
	 * @param state name under which the style sheet knows it
	 * @param sent what was asked; null before
	 * @param took such as "120 ms"; null before it is over
	 * @param waitingText what is waited for, until when and when it is tried again
	 */
	record StepView(String state, String stateText, String title, String proves, @Nullable String sent,
			List<String> sentDetails, List<FactView> facts, @Nullable String took, @Nullable String waitingText,
			@Nullable TroubleView trouble) {
	}

	/**
	 * One thing that came back.
	 *
	 * @param value hostile input
	 */
	record FactView(String label, String value) {
	}

	/**
	 * Why a step does not pass.
	 *
	 * @param principal object id of whoever needs the role; null when none is missing
	 * @param command what assigns the role; null when none is missing
	 * @param link what mends it; null when nothing in a browser does
	 * @param paste what to ask the Doctor about; null when the Doctor knows no more
	 */
	record TroubleView(String happened, String why, String next, String actor, @Nullable String principal,
			@Nullable String command, @Nullable String code, @Nullable String words, @Nullable String correlationId,
			@Nullable String traceId, @Nullable LinkView link, @Nullable String paste) {
	}

	/**
	 * A link.
	 *
	 * @param outside whether it leads out of the portal
	 */
	record LinkView(String text, String address, boolean outside) {
	}

	/**
	 * A test in a list.
	 */
	record LineView(String path, String address, String clientId, String phaseText, String wayText, Instant startedAt) {
	}

}
