package health.admit.sandbox.arm;

import java.util.List;
import java.util.Optional;

import health.admit.sandbox.tenant.AzureId;
import org.jspecify.annotations.Nullable;

/**
 * A path such as
 * {@code /{scope}/providers/Microsoft.Authorization/roleAssignments/{name}}.
 *
 * @param name null when the path ends with the collection
 */
record AuthorizationPath(AzureId scope, @Nullable String name) {

	private static final List<String> PROVIDER = List.of("providers", "microsoft.authorization");

	/**
	 * Takes a path apart.
	 * @param collection the last word but the name
	 * @return empty when the path is about something else
	 */
	static Optional<AuthorizationPath> of(AzureId path, String collection) {
		List<String> parts = path.segments();
		for (int named = 0; named <= 1; named++) {
			int provider = parts.size() - 3 - named;
			if (provider >= 0 && parts.get(provider).equalsIgnoreCase(PROVIDER.get(0))
					&& parts.get(provider + 1).equalsIgnoreCase(PROVIDER.get(1))
					&& parts.get(provider + 2).equalsIgnoreCase(collection)) {
				AzureId scope = new AzureId("/" + String.join("/", parts.subList(0, provider)));
				return Optional.of(new AuthorizationPath(scope, (named == 1) ? path.name() : null));
			}
		}
		return Optional.empty();
	}

}
