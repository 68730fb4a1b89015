package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import health.admit.portal.permissions.SmartScopes;

/**
 * What has to be right about a choice of permissions, and what the admin has to confirm.
 * Pure.
 */
final class PermissionRules {

	private static final int MOST_PERMISSIONS = 400;

	private static final int MOST_PERMISSIONS_PERSONAL = 200;

	private static final int MOST_OF_ONE_API_PERSONAL = 30;

	private static final int MOST_APIS = 50;

	private static final int LONGEST_GRANT = 3850;

	private PermissionRules() {
	}

	static List<Problem> check(PermissionForm form, PermissionChoice choice, AccountTypes accounts) {
		List<Problem> problems = new ArrayList<>();
		if (tooMany(choice, accounts)) {
			problems.add(new Problem("picks", "registration.permissions.tooMany"));
		}
		if (choice.apis().stream().anyMatch(PermissionRules::mixesVersions)) {
			problems.add(new Problem("picks", "registration.permissions.smart.mixed"));
		}
		if (choice.consentNow() && hasSmartScope(choice) && !Boolean.TRUE.equals(form.smartAnyway())) {
			problems.add(new Problem("smartAnyway", "registration.permissions.smart.consent"));
		}
		if (reachesBeyondHealth(choice) && !Boolean.TRUE.equals(form.beyondHealth())) {
			problems.add(new Problem("beyondHealth", "registration.permissions.beyond.unconfirmed"));
		}
		return problems;
	}

	/** App roles of SMART backend services do not count: no user selects them. */
	static boolean hasSmartScope(PermissionChoice choice) {
		return choice.apis()
			.stream()
			.flatMap((api) -> api.scopes().stream())
			.map(PermissionChoice.Permission::value)
			.anyMatch(SmartScopes::isSmart);
	}

	private static boolean reachesBeyondHealth(PermissionChoice choice) {
		return choice.apis().stream().anyMatch((api) -> ApiOffer.health(api.appId()) == null);
	}

	private static boolean mixesVersions(PermissionChoice.Api api) {
		return SmartScopes.mixesVersions(values(api).toList());
	}

	private static boolean tooMany(PermissionChoice choice, AccountTypes accounts) {
		boolean personal = accounts == AccountTypes.ANY_DIRECTORY_AND_PERSONAL
				|| accounts == AccountTypes.PERSONAL_ONLY;
		int all = choice.apis().stream().mapToInt(PermissionRules::size).sum();
		return choice.apis().size() > MOST_APIS || all > (personal ? MOST_PERMISSIONS_PERSONAL : MOST_PERMISSIONS)
				|| (personal && choice.apis().stream().anyMatch((api) -> size(api) > MOST_OF_ONE_API_PERSONAL))
				|| (choice.consentNow() && choice.apis().stream().anyMatch((api) -> grantLength(api) > LONGEST_GRANT));
	}

	private static int size(PermissionChoice.Api api) {
		return api.scopes().size() + api.appRoles().size();
	}

	private static int grantLength(PermissionChoice.Api api) {
		return api.scopes().stream().mapToInt((scope) -> scope.value().length() + 1).sum();
	}

	private static Stream<String> values(PermissionChoice.Api api) {
		return Stream.concat(api.scopes().stream(), api.appRoles().stream()).map(PermissionChoice.Permission::value);
	}

	/**
	 * A field and the message that says what to do about it.
	 */
	record Problem(String field, String message) {
	}

}
