package health.admit.portal.doctor;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import health.admit.portal.cloud.HealthApi;

/**
 * The cause of a refusal of Entra: by its number, then by its OAuth 2.0 error.
 */
final class EntraCauses {

	private static final Map<String, Cause> BY_ERROR = Map.ofEntries(
			Map.entry("invalid_client", Cause.CLIENT_NOT_PROVEN),
			Map.entry("unauthorized_client", Cause.CLIENT_UNKNOWN), Map.entry("invalid_grant", Cause.GRANT_ENDED),
			Map.entry("invalid_scope", Cause.SCOPE_INVALID),
			Map.entry("invalid_resource", Cause.AUDIENCE_NOT_IN_TENANT),
			Map.entry("invalid_request", Cause.REQUEST_MALFORMED),
			Map.entry("unsupported_grant_type", Cause.GRANT_UNSUPPORTED),
			Map.entry("unsupported_response_type", Cause.IMPLICIT_FLOW_OFF),
			Map.entry("interaction_required", Cause.SIGN_IN_TOO_OLD),
			Map.entry("consent_required", Cause.CONSENT_MISSING), Map.entry("login_required", Cause.NO_SESSION),
			Map.entry("access_denied", Cause.CONSENT_DECLINED),
			Map.entry("authorization_pending", Cause.DEVICE_CODE_PENDING),
			Map.entry("authorization_declined", Cause.DEVICE_CODE_DECLINED),
			Map.entry("bad_verification_code", Cause.DEVICE_CODE_WRONG),
			Map.entry("expired_token", Cause.DEVICE_CODE_ENDED), Map.entry("temporarily_unavailable", Cause.TRANSIENT));

	private EntraCauses() {
	}

	static Diagnosis diagnose(EntraRefusal refusal) {
		return new Diagnosis(cause(refusal), refusal.code(), Subjects.in(refusal.description()));
	}

	private static Cause cause(EntraRefusal refusal) {
		if (isResourceParameter(refusal)) {
			return Cause.RESOURCE_PARAMETER;
		}
		if (refusal.number() != null) {
			Cause cause = AadstsCodes.cause(refusal.number()).orElse(Cause.ENTRA_OTHER);
			return (cause == Cause.SCOPE_UNKNOWN && isDicom(refusal)) ? Cause.SCOPE_UNKNOWN_TO_DICOM : cause;
		}
		return Objects.requireNonNullElse(BY_ERROR.get(refusal.error()), Cause.ENTRA_OTHER);
	}

	/** Entra has used several numbers for this over the years, but always these words. */
	private static boolean isResourceParameter(EntraRefusal refusal) {
		String words = refusal.description().toLowerCase(Locale.ROOT);
		return words.contains("'resource' request parameter") || words.contains("'resource' parameter")
				|| words.contains("parameter 'resource'") || words.contains("parameter: 'resource' is not supported");
	}

	private static boolean isDicom(EntraRefusal refusal) {
		String words = refusal.description().toLowerCase(Locale.ROOT);
		return words.contains("user_impersonation") && (words.contains(HealthApi.DICOM.appId().toString())
				|| words.contains("dicom.healthcareapis.azure.com"));
	}

}
