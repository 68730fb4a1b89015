package health.admit.portal.doctor;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The cause of a refusal of a FHIR or DICOM service. The rule of its maintainers: 401 is
 * about the token, 403 about what its principal may do.
 */
final class ServiceCauses {

	private ServiceCauses() {
	}

	static Optional<Diagnosis> diagnose(ServiceAnswer answer) {
		Challenge challenge = answer.challenge();
		String outcome = outcome(answer.body());
		int status = status(answer, challenge, outcome);
		if (status == 401) {
			return Optional.of((challenge != null) ? unauthorized(challenge) : unauthorized(answer.body(), outcome));
		}
		if (status == 403) {
			return Optional.of(new Diagnosis(forbidden(answer.body(), challenge),
					(outcome != null) ? outcome : "HTTP 403", subjects(challenge, answer.body())));
		}
		return Optional.ofNullable(other(status, answer.body()))
			.map((cause) -> new Diagnosis(cause, "HTTP " + status, Subjects.in(answer.body())));
	}

	static Diagnosis unauthorized(Challenge challenge) {
		String error = (challenge.error() != null) ? challenge.error() : "";
		String description = (challenge.errorDescription() != null) ? challenge.errorDescription() : "";
		return new Diagnosis(refused(error, description, challenge), error.isEmpty() ? "HTTP 401" : limited(error),
				subjects(challenge, description));
	}

	/**
	 * What the same refusal means once the token is known.
	 */
	static Diagnosis sentBy(TokenClaims token, Diagnosis diagnosis) {
		if (diagnosis.cause() != Cause.ROLE_MISSING) {
			return diagnosis;
		}
		Map<Subject, String> subjects = copy(diagnosis.subjects());
		if (token.objectId() != null) {
			subjects.put(Subject.PRINCIPAL, limited(token.objectId()));
		}
		if (token.appId() != null) {
			subjects.put(Subject.CLIENT, limited(token.appId()));
		}
		return new Diagnosis(token.isAppOnly() ? Cause.ROLE_MISSING : Cause.USER_ROLE_MISSING, diagnosis.code(),
				subjects);
	}

	private static Diagnosis unauthorized(String body, @Nullable String outcome) {
		Cause cause = words(body.toLowerCase(Locale.ROOT), Cause.TOKEN_MISSING);
		return new Diagnosis(cause, (outcome != null) ? outcome : "HTTP 401", Subjects.in(body));
	}

	private static Cause refused(String error, String description, Challenge challenge) {
		if (error.equals("insufficient_claims") || challenge.claims() != null) {
			return Cause.CLAIMS_WANTED;
		}
		if (error.equals("insufficient_scope")) {
			return Cause.SCOPE_NOT_IN_TOKEN;
		}
		if (error.isEmpty() && description.isEmpty()) {
			return Cause.TOKEN_MISSING;
		}
		Cause cause = words(description.toLowerCase(Locale.ROOT), Cause.TOKEN_REFUSED);
		boolean own = cause == Cause.AUDIENCE_WRONG && challenge.audience().isPresent()
				&& !Trust.of(challenge).isManaged();
		return own ? Cause.OWN_SERVER_AUDIENCE : cause;
	}

	/** The words of the token checks that the services run. */
	private static Cause words(String words, Cause otherwise) {
		if (words.contains("audience")) {
			return Cause.AUDIENCE_WRONG;
		}
		if (words.contains("issuer") || words.contains("authority")) {
			return Cause.ISSUER_WRONG;
		}
		if (words.contains("not yet valid") || words.contains("not valid before")
				|| words.contains("before the valid")) {
			return Cause.TOKEN_NOT_YET_VALID;
		}
		if (words.contains("expired") || words.contains("lifetime")) {
			return Cause.TOKEN_ENDED;
		}
		return (words.contains("signature") || words.contains("signing key")) ? Cause.TOKEN_SIGNATURE : otherwise;
	}

	private static Cause forbidden(String body, @Nullable Challenge challenge) {
		String words = body.toLowerCase(Locale.ROOT);
		if (challenge != null && "insufficient_scope".equals(challenge.error())) {
			return Cause.SCOPE_NOT_IN_TOKEN;
		}
		return (words.contains("public network access") || words.contains("private endpoint")
				|| words.contains("private link")) ? Cause.NETWORK_CLOSED : Cause.ROLE_MISSING;
	}

	private static @Nullable Cause other(int status, String body) {
		String words = body.toLowerCase(Locale.ROOT);
		if ((status == 400 || status == 404) && words.contains("version") && words.contains("dicom")) {
			return Cause.VERSION_MISSING;
		}
		if (status == 429) {
			return Cause.SERVICE_BUSY;
		}
		if (status >= 500) {
			return Cause.SERVICE_FAILED;
		}
		return switch (status) {
			case 404 -> Cause.PATH_UNKNOWN;
			case 400, 405, 409 -> Cause.SERVICE_OTHER;
			default -> null;
		};
	}

	private static int status(ServiceAnswer answer, @Nullable Challenge challenge, @Nullable String outcome) {
		if (answer.status() != 0) {
			return answer.status();
		}
		if (challenge != null || "login".equals(outcome)) {
			return 401;
		}
		String words = answer.body().toLowerCase(Locale.ROOT);
		if ("forbidden".equals(outcome) || words.contains("authorization failed.")) {
			return 403;
		}
		return words.contains("authentication failed.") ? 401 : 0;
	}

	/** The first issue code of a FHIR OperationOutcome. */
	private static @Nullable String outcome(String body) {
		Json json = Json.in(body);
		return "OperationOutcome".equals(json.text("resourceType"))
				? json.objects("issue").stream().map((issue) -> issue.text("code")).findFirst().orElse(null) : null;
	}

	private static Map<Subject, String> subjects(@Nullable Challenge challenge, String text) {
		Map<Subject, String> subjects = copy(Subjects.in(text));
		if (challenge != null) {
			challenge.audience().ifPresent((audience) -> subjects.put(Subject.WANTED_AUDIENCE, limited(audience)));
			challenge.tenant().ifPresent((tenant) -> subjects.put(Subject.TENANT, tenant.toString()));
		}
		return subjects;
	}

	private static Map<Subject, String> copy(Map<Subject, String> subjects) {
		Map<Subject, String> copy = new EnumMap<>(Subject.class);
		copy.putAll(subjects);
		return copy;
	}

	private static String limited(String text) {
		return (text.length() > Diagnosis.LONGEST) ? text.substring(0, Diagnosis.LONGEST) : text;
	}

}
