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
 */
record DiagnosisView(String happened, String why, String next, String who, String code, @Nullable String lookup,
		List<Named> subjects, @Nullable String remedy, @Nullable String target, boolean outside) {

	private static final Set<Remedy> CREDENTIALS = EnumSet.of(Remedy.ADD_SECRET, Remedy.ADD_CERTIFICATE,
			Remedy.ADD_FEDERATED_CREDENTIAL);

	static DiagnosisView of(Diagnosis diagnosis, ExaminationView.@Nullable ClientView client, Cloud cloud) {
		Cause cause = diagnosis.cause();
		String code = (diagnosis.code() != null) ? diagnosis.code() : "";
		String target = target(cause.remedy(), client);
		return new DiagnosisView(cause.happened(), cause.why(), cause.next(), cause.actor().key(), code,
				code.matches("AADSTS\\d{4,8}") ? cloud.login() + "/error?code=" + code.substring(6) : null,
				diagnosis.subjects()
					.entrySet()
					.stream()
					.sorted(Map.Entry.comparingByKey())
					.map((entry) -> new Named(entry.getKey().key(), entry.getValue()))
					.toList(),
				(target != null) ? cause.remedy().key() : null, target, target != null && !target.startsWith("/"));
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
		return "/applications/" + client.objectId() + (CREDENTIALS.contains(remedy) ? "#credentials" : "");
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
