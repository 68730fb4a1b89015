package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Fits later decisions to a new answer about the client: what a client of this kind
 * cannot have is dropped and named. Pure.
 *
 * @param content the draft that fits together
 * @param dropped message keys of what was dropped
 */
record Fitting(DraftContent content, List<String> dropped) {

	static Fitting of(DraftContent before, Authentication authentication) {
		List<String> dropped = new ArrayList<>();
		CredentialChoice credential = before.credential();
		PermissionChoice permissions = before.permissions();
		if (!authentication.confidential()) {
			if (credential != null) {
				dropped.add("registration.authentication.dropped." + credential.kind());
			}
			credential = null;
			if (permissions != null && permissions.apis().stream().anyMatch((api) -> !api.appRoles().isEmpty())) {
				dropped.add("registration.authentication.dropped.appRoles");
				permissions = withoutAppRoles(permissions);
			}
		}
		return new Fitting(new DraftContent(before.basics(), authentication, credential, permissions, before.access()),
				dropped);
	}

	private static @Nullable PermissionChoice withoutAppRoles(PermissionChoice choice) {
		List<PermissionChoice.Api> apis = choice.apis()
			.stream()
			.filter((api) -> !api.scopes().isEmpty())
			.map((api) -> new PermissionChoice.Api(api.appId(), api.displayName(), api.addToTenant(), api.scopes(),
					List.of()))
			.toList();
		return new PermissionChoice(apis, choice.consentNow());
	}

}
