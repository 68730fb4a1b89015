package health.admit.portal.registration;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.HealthApi;
import health.admit.portal.permissions.SmartScopes;
import org.jspecify.annotations.Nullable;

/**
 * An API on the page about permissions.
 *
 * @param knownAs other names of a health API; empty for another one
 * @param usual the scopes one would look for, and those that are ticked
 * @param others the other scopes
 */
record ApiView(UUID appId, String name, String knownAs, boolean inTenant, boolean health, List<PermissionView> usual,
		List<PermissionView> others, List<PermissionView> appRoles) {

	static ApiView of(ApiOffer offer, Set<PermissionPick> picked) {
		HealthApi health = offer.health();
		List<PermissionView> scopes = offer.scopes()
			.stream()
			.map((scope) -> PermissionView.of(new PermissionPick(PermissionPick.Type.SCOPE, offer.appId(), scope.id()),
					scope.value(), scope.name(), scope.description(), scope.adminOnly(), picked))
			.sorted(Comparator.comparing(PermissionView::value))
			.toList();
		List<PermissionView> roles = offer.appRoles()
			.stream()
			.map((role) -> PermissionView.of(new PermissionPick(PermissionPick.Type.ROLE, offer.appId(), role.id()),
					role.value(), role.name(), role.description(), true, picked))
			.sorted(Comparator.comparing(PermissionView::value))
			.toList();
		List<String> names = (health != null) ? health.knownNames() : List.of();
		return new ApiView(offer.appId(), offer.name(),
				String.join(", ", names.stream().filter((name) -> !name.equals(offer.name())).toList()),
				offer.inTenant(), health != null,
				scopes.stream().filter((scope) -> scope.checked() || isUsual(scope, health)).toList(),
				scopes.stream().filter((scope) -> !scope.checked() && !isUsual(scope, health)).toList(), roles);
	}

	private static boolean isUsual(PermissionView scope, @Nullable HealthApi health) {
		return health != null && scope.value().equals(health.usualScope());
	}

	/**
	 * A checkbox.
	 *
	 * @param pick value of the checkbox, also its id
	 * @param value the scope or role as it stands in tokens
	 * @param text what it allows, in the words of the API; hostile input when shown
	 */
	record PermissionView(String pick, String value, String text, boolean adminOnly, boolean smart, boolean checked) {

		static PermissionView of(PermissionPick pick, String value, @Nullable String name, @Nullable String description,
				boolean adminOnly, Set<PermissionPick> picked) {
			String text = (description != null) ? description : (name != null) ? name : "";
			return new PermissionView(pick.toString(), value, text, adminOnly, SmartScopes.isSmart(value),
					picked.contains(pick));
		}

	}

}
