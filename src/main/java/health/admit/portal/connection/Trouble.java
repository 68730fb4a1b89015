package health.admit.portal.connection;

import java.util.List;
import java.util.Optional;

import health.admit.portal.doctor.Actor;
import health.admit.portal.doctor.Cause;
import health.admit.portal.doctor.Diagnosis;
import health.admit.portal.doctor.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * Why a step does not pass.
 *
 * @param text message key of what happened; with {@code .why} and {@code .next} behind
 * @param arguments of the three messages; hostile input when shown
 * @param code such as {@code AADSTS7000215} or {@code HTTP 403}
 * @param words what the other side said; hostile input when shown
 * @param correlationId finds the request in Entra's logs
 * @param principal object id of whoever needs an Azure role; null where none is missing
 */
record Trouble(String text, List<String> arguments, Actor actor, Remedy remedy, @Nullable String code,
		@Nullable String words, @Nullable String correlationId, @Nullable String traceId, @Nullable String principal) {

	private static final int LONGEST = 600;

	Trouble {
		arguments = List.copyOf(arguments);
	}

	static Trouble of(Fault fault, String... arguments) {
		return new Trouble(fault.text(), List.of(arguments), fault.actor(), fault.remedy(), null, null, null, null,
				null);
	}

	/** What a refusal of Entra means. */
	static Trouble of(TokenAnswer.Refused<?> refused, Optional<Diagnosis> diagnosis) {
		Trouble trouble = diagnosis.map(Diagnosis::cause).map(Trouble::of).orElse(of(Fault.ENTRA_REFUSED));
		return new Trouble(trouble.text, trouble.arguments, trouble.actor, trouble.remedy, refused.code(),
				words(refused.description()), refused.correlationId(), refused.traceId(), null);
	}

	static Trouble of(Cause cause) {
		return new Trouble(cause.happened(), List.of(), cause.actor(), cause.remedy(), null, null, null, null, null);
	}

	/** The same refusal, understood better. */
	Trouble meaning(Fault fault) {
		return new Trouble(fault.text(), List.of(), fault.actor(), fault.remedy(), this.code, this.words,
				this.correlationId, this.traceId, this.principal);
	}

	/** Whether an Azure role would mend it. */
	boolean isAboutRole() {
		return this.remedy == Remedy.ASSIGN_ROLE || this.remedy == Remedy.ASSIGN_ROLE_TO_USER;
	}

	/** With whoever needs the role that is missing. */
	Trouble forPrincipal(@Nullable String newPrincipal) {
		return new Trouble(this.text, this.arguments, this.actor, this.remedy, this.code, this.words,
				this.correlationId, this.traceId, isAboutRole() ? newPrincipal : null);
	}

	Trouble coded(@Nullable String newCode) {
		return new Trouble(this.text, this.arguments, this.actor, this.remedy, newCode, this.words, this.correlationId,
				this.traceId, this.principal);
	}

	/** The first line: Entra adds the ids, which are shown apart, on further ones. */
	private static String words(String text) {
		String line = text.strip().split("\\r?\\n| Trace ID: ", 2)[0].replaceAll("\\p{Cntrl}", " ");
		return (line.length() > LONGEST) ? line.substring(0, LONGEST) + "…" : line;
	}

}
