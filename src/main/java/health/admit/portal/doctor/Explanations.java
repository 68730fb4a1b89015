package health.admit.portal.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From what was answered to why. Pure: nothing is looked up and nothing is remembered.
 * All texts given here are taken as hostile; those in a {@link Diagnosis} are too.
 */
public final class Explanations {

	private Explanations() {
	}

	/**
	 * Explains a refusal of Entra: the JSON body of the token endpoint, the address or
	 * query of a redirect that carries an error, or any text with an AADSTS number or an
	 * OAuth 2.0 error in it.
	 * @return empty where the text holds neither
	 */
	public static Optional<Diagnosis> ofEntra(String text) {
		return EntraRefusal.in(text).map(EntraCauses::diagnose);
	}

	/**
	 * Explains whatever somebody copied: a refusal of Entra, an answer of a service with
	 * or without its headers, a challenge, an error of Azure or Graph.
	 * @return empty where nothing of that is in it
	 */
	public static Optional<Diagnosis> ofText(String text) {
		Optional<EntraRefusal> refusal = EntraRefusal.in(text);
		if (refusal.isPresent() && refusal.get().isCertain()) {
			return refusal.map(EntraCauses::diagnose);
		}
		return ofAnswer(ServiceAnswer.in(text)).or(() -> refusal.map(EntraCauses::diagnose));
	}

	/**
	 * Explains the challenge of a service that refused a call.
	 */
	public static Diagnosis ofChallenge(Challenge challenge) {
		return ServiceCauses.unauthorized(challenge);
	}

	/**
	 * Explains an answer other than a success of a FHIR or DICOM service, Graph or Azure.
	 * @return empty where the answer names no error
	 */
	public static Optional<Diagnosis> ofAnswer(ServiceAnswer answer) {
		return CloudCauses.diagnose(answer).or(() -> ServiceCauses.diagnose(answer));
	}

	/**
	 * Explains a refusal by what the token says of the client that sent it: a service
	 * that denies a person wants a role for that person, not for the client.
	 */
	public static Optional<Diagnosis> ofAnswer(ServiceAnswer answer, TokenClaims sent) {
		return ofAnswer(answer).map((diagnosis) -> ServiceCauses.sentBy(sent, diagnosis));
	}

	/**
	 * Compares a token with what a service trusts.
	 * @return why the service refuses it, the first thing to mend first; empty where
	 * nothing in the token stands against it
	 */
	public static List<Diagnosis> ofToken(TokenClaims token, Trust trust, Instant now) {
		return TokenCauses.diagnose(token, trust, now);
	}

}
