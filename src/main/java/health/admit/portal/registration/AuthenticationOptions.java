package health.admit.portal.registration;

import java.util.Arrays;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * The answers on offer about authentication, in words.
 */
@Component
class AuthenticationOptions {

	private final Texts texts;

	AuthenticationOptions(Texts texts) {
		this.texts = texts;
	}

	List<Choice> kinds() {
		return Arrays.stream(ClientKind.values())
			.map((kind) -> new Choice(kind.name(), this.texts.of(kind), this.texts.hint(kind)))
			.toList();
	}

	List<Choice> secretChoices() {
		return List.of(secretChoice("true"), secretChoice("false"));
	}

	/**
	 * The presets, each with the platform it would go to once the kind of client is
	 * chosen.
	 */
	List<Choice> presets(AuthenticationForm form) {
		return Arrays.stream(RedirectPreset.values())
			.map((preset) -> new Choice(preset.name(), this.texts.of(preset),
					(form.kind() != null) ? this.texts.of(preset.platform(form.confidential())) : null))
			.toList();
	}

	String text(RedirectProblem problem) {
		return this.texts.get("registration.redirectRule." + problem.rule(), shortened(problem.uri()));
	}

	/** A URI that is far too long is told by its beginning. */
	private static String shortened(String uri) {
		int shown = RedirectUriRules.LONGEST;
		return (uri.length() > shown) ? uri.substring(0, shown) + "..." : uri;
	}

	private Choice secretChoice(String value) {
		return new Choice(value, this.texts.get("registration.authentication.withSecret." + value),
				this.texts.get("registration.authentication.withSecret." + value + ".hint"));
	}

}
