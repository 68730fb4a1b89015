package health.admit.portal.applications;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import health.admit.portal.directory.ApplicationPermission;
import health.admit.portal.directory.DelegatedPermission;
import health.admit.portal.directory.RequiredApi;
import health.admit.portal.directory.ResourceApi;
import org.jspecify.annotations.Nullable;

/**
 * The permissions an application asks of one API.
 *
 * @param name hostile input; empty where the API is not in this tenant
 */
record RequestedApiView(UUID appId, String name, List<Permission> permissions) {

	static RequestedApiView of(RequiredApi required, @Nullable ResourceApi api) {
		Map<UUID, String> scopes = (api == null) ? Map.of()
				: api.scopes()
					.stream()
					.collect(Collectors.toMap(DelegatedPermission::id, DelegatedPermission::value, (one, two) -> one));
		Map<UUID, String> roles = (api == null) ? Map.of() : api.appRoles()
			.stream()
			.collect(Collectors.toMap(ApplicationPermission::id, ApplicationPermission::value, (one, two) -> one));
		return new RequestedApiView(required.resourceAppId(),
				(api != null) ? Excerpt.of(api.displayName(), Excerpt.NAME) : "",
				Stream
					.concat(required.scopes()
						.stream()
						.map((id) -> Permission.of("applications.permission.delegated", id, scopes)),
							required.appRoles()
								.stream()
								.map((id) -> Permission.of("applications.permission.application", id, roles)))
					.toList());
	}

	/**
	 * One permission.
	 *
	 * @param type message key: delegated or application
	 * @param value its value, or its id where the API does not offer it
	 */
	record Permission(String type, String value, boolean known) {

		static Permission of(String type, UUID id, Map<UUID, String> values) {
			String value = values.get(id);
			return new Permission(type, Excerpt.of((value != null) ? value : id.toString(), Excerpt.NAME),
					value != null);
		}

	}

}
