package health.admit.portal.doctor;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The cause of a refusal of Azure Resource Manager or Microsoft Graph: both wrap it in an
 * object {@code error} with a code and a message.
 */
final class CloudCauses {

	private static final Map<String, Cause> BY_CODE = Map.of("PrincipalNotFound", Cause.PRINCIPAL_NOT_FOUND,
			"AuthorizationFailed", Cause.AZURE_RIGHT_MISSING, "LinkedAuthorizationFailed", Cause.AZURE_RIGHT_MISSING,
			"RoleAssignmentExists", Cause.ROLE_ALREADY_ASSIGNED, "RoleAssignmentUpdateNotPermitted",
			Cause.ROLE_ASSIGNMENT_TAKEN, "Authorization_RequestDenied", Cause.DIRECTORY_RIGHT_MISSING,
			"Request_ResourceNotFound", Cause.OBJECT_NOT_FOUND, "Directory_ObjectNotFound", Cause.OBJECT_NOT_FOUND,
			"ResourceNotFound", Cause.OBJECT_NOT_FOUND, "InvalidAuthenticationTokenTenant", Cause.ISSUER_WRONG);

	private static final Map<String, Cause> FURTHER = Map.of("InvalidAuthenticationTokenAudience", Cause.AUDIENCE_WRONG,
			"ExpiredAuthenticationToken", Cause.TOKEN_ENDED, "InvalidAuthenticationToken", Cause.TOKEN_REFUSED,
			"AuthenticationFailed", Cause.TOKEN_REFUSED, "TooManyRequests", Cause.SERVICE_BUSY,
			"UnmatchedPrincipalType", Cause.PRINCIPAL_OF_WRONG_KIND);

	private CloudCauses() {
	}

	static Optional<Diagnosis> diagnose(ServiceAnswer answer) {
		Json error = Json.in(answer.body()).object("error");
		String code = error.text("code");
		if (code == null) {
			return bare(answer.body());
		}
		String message = error.text("message");
		String words = (message != null) ? message : "";
		Cause known = BY_CODE.getOrDefault(code, FURTHER.getOrDefault(code, Cause.CLOUD_OTHER));
		String shown = (code.length() > Diagnosis.LONGEST) ? code.substring(0, Diagnosis.LONGEST) : code;
		return Optional.of(new Diagnosis(byWords(words, known), shown, Subjects.in(words)));
	}

	/** Command line tools print the code in front of the message: {@code (Code) ...}. */
	private static Optional<Diagnosis> bare(String text) {
		return BY_CODE.entrySet()
			.stream()
			.filter((entry) -> text.contains("(" + entry.getKey() + ")") || text.contains("Code: " + entry.getKey())
					|| text.contains("code=\"" + entry.getKey() + "\""))
			.findFirst()
			.map((entry) -> new Diagnosis(byWords(text, entry.getValue()), entry.getKey(), Subjects.in(text)));
	}

	/** Azure tells a wrong kind of principal by words only. */
	private static Cause byWords(String message, Cause otherwise) {
		String words = message.toLowerCase(Locale.ROOT);
		return (words.contains("principals of type application")) ? Cause.PRINCIPAL_OF_WRONG_KIND : otherwise;
	}

}
