package health.admit.portal.doctor;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import health.admit.portal.cloud.Cloud;
import org.jspecify.annotations.Nullable;

/**
 * One cause as the page shows it.
 *
 * @param happened message key, like why, next and who
 * @param code empty where there is none
 * @param lookup where the code is explained; null where it is not an AADSTS one
 * @param remedy message key of the link; null where there is nothing to go to
 * @param target where the link leads: a path of the portal, or an address of the cloud
 * @param outside whether it leaves the portal
 * @param command for whoever may assign the role that is missing; null where none is, or
 * where it is not known what to assign to whom
 */
record DiagnosisView(String happened, String why, String next, String who, String code, @Nullable String lookup,
		List<Named> subjects, @Nullable String remedy, @Nullable String target, boolean outside,
		@Nullable String command) {

	private static final Set<Remedy> CREDENTIALS = EnumSet.of(Remedy.ADD_SECRET, Remedy.ADD_CERTIFICATE,
			Remedy.ADD_FEDERATED_CREDENTIAL);

	private static final Set<Remedy> SIGN_IN = EnumSet.of(Remedy.ADD_REDIRECT_URI, Remedy.CHANGE_PLATFORM,
			Remedy.ALLOW_PUBLIC_FLOWS);

	private static final Set<Remedy> PERMISSIONS = EnumSet.of(Remedy.ADD_PERMISSION, Remedy.ADD_API,
			Remedy.ASSIGN_APP_ROLE, Remedy.CORRECT_AUDIENCE);

	private static final Set<Remedy> ROLES = EnumSet.of(Remedy.ASSIGN_ROLE, Remedy.ASSIGN_ROLE_TO_USER);

	static DiagnosisView of(Diagnosis diagnosis, ExaminationView.@Nullable ClientView client, RoleGapView gap,
			Cloud cloud) {
		Cause cause = diagnosis.cause();
		String code = (diagnosis.code() != null) ? diagnosis.code() : "";
		boolean here = isRole(diagnosis) && gap.page() != null;
		String target = here ? gap.page() : target(cause.remedy(), client);
		return new DiagnosisView(cause.happened(), cause.why(), cause.next(), cause.actor().key(), code,
				code.matches("AADSTS\\d{4,8}") ? cloud.login() + "/error?code=" + code.substring(6) : null,
				diagnosis.subjects()
					.entrySet()
					.stream()
					.sorted(Map.Entry.comparingByKey())
					.map((entry) -> new Named(entry.getKey().key(), entry.getValue()))
					.toList(),
				(target != null) ? cause.remedy().key() + (here ? ".here" : "") : null, target,
				target != null && !target.startsWith("/"), isRole(diagnosis) ? gap.command() : null);
	}

	/** Whether an Azure role would mend it. */
	static boolean isRole(Diagnosis diagnosis) {
		return ROLES.contains(diagnosis.cause().remedy());
	}

	private static @Nullable String target(Remedy remedy, ExaminationView.@Nullable ClientView client) {
		if (client == null || remedy == Remedy.NONE) {
			return null;
		}
		if (remedy == Remedy.GRANT_CONSENT) {
			return client.consent();
		}
		if (client.objectId() == null) {
			return null;
		}
		return "/applications/" + client.objectId() + part(remedy);
	}

	/** The part of the application's page that shows what has to change. */
	private static String part(Remedy remedy) {
		if (CREDENTIALS.contains(remedy)) {
			return "#credentials";
		}
		if (SIGN_IN.contains(remedy)) {
			return "#authentication";
		}
		return PERMISSIONS.contains(remedy) ? "#permissions" : "";
	}

	/**
	 * A value with its name.
	 *
	 * @param key message key
	 * @param value hostile input
	 */
	record Named(String key, String value) {
	}

}
