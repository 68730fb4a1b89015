package health.admit.portal.permissions;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows the scopes of SMART on FHIR as Entra writes them, with dots for slashes. A
 * tenant-wide consent to them overrides what each user selects, so the portal does not
 * suggest it.
 *
 * @see <a href=
 * "https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html">Scopes and
 * launch context</a>
 */
public final class SmartScopes {

	private static final Pattern CLINICAL = Pattern
		.compile("(?:patient|user|system)[./][A-Za-z*]+[./](?<access>[A-Za-z*]+)(?:\\?.*)?");

	private static final Pattern VERSION_1 = Pattern.compile("read|write|all|\\*");

	private static final Pattern VERSION_2 = Pattern.compile("c?r?u?d?s?");

	private static final Set<String> LAUNCH = Set.of("launch", "launch.patient", "launch/patient", "fhirUser",
			"online_access");

	private SmartScopes() {
	}

	/**
	 * Whether this is a scope of SMART on FHIR.
	 */
	public static boolean isSmart(String value) {
		return LAUNCH.contains(value) || CLINICAL.matcher(value).matches();
	}

	/**
	 * Whether scopes of version 1, such as {@code patient.all.read}, and of version 2,
	 * such as {@code patient.all.rs}, are asked for together. The FHIR service takes one
	 * or the other.
	 */
	public static boolean mixesVersions(Collection<String> values) {
		return values.stream().anyMatch((value) -> access(value, VERSION_1))
				&& values.stream().anyMatch((value) -> access(value, VERSION_2));
	}

	private static boolean access(String value, Pattern version) {
		var matcher = CLINICAL.matcher(value);
		return matcher.matches() && version.matcher(matcher.group("access")).matches();
	}

}
