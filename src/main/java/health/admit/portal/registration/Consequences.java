package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import health.admit.portal.access.Grantee;

/**
 * Says in sentences who will be able to do what once the registration is there.
 */
@Component
class Consequences {

	private final Texts texts;

	Consequences(Texts texts) {
		this.texts = texts;
	}

	List<String> of(DraftContent content) {
		List<String> sentences = new ArrayList<>();
		Basics basics = content.basics();
		Authentication authentication = content.authentication();
		if (basics == null || authentication == null) {
			return sentences;
		}
		String name = basics.name();
		if (authentication.confidential()) {
			add(sentences, "credential." + kind(content.credential()), name);
		}
		if (signsPeopleIn(authentication)) {
			add(sentences, "people." + basics.accountTypes(), name);
		}
		if (!basics.owners().isEmpty()) {
			add(sentences, "owners",
					String.join(", ", basics.owners().stream().map(Basics.Owner::displayName).toList()));
		}
		permissions(content.permissions(), name, sentences);
		if (!basics.purpose().apis().isEmpty()) {
			access(content.access(), name, authentication, sentences);
		}
		return sentences;
	}

	private void access(@Nullable AccessChoice access, String name, Authentication authentication,
			List<String> sentences) {
		List<AccessChoice.Service> services = (access != null) ? access.services() : List.of();
		List<Grantee> grantees = (access != null) ? access.grantees(name) : List.of();
		if (services.isEmpty() || grantees.isEmpty()) {
			add(sentences, authentication.confidential() ? "role.client" : "role.people", name);
			return;
		}
		String who = String.join(", ", grantees.stream().map(Grantee::name).toList());
		services.forEach((service) -> add(sentences, service.assign() ? "role.now" : "role.byOthers", who,
				service.roleName(), service.name()));
	}

	private void permissions(@Nullable PermissionChoice permissions, String name, List<String> sentences) {
		if (permissions == null) {
			return;
		}
		String when = permissions.consentNow() ? "now" : "later";
		for (PermissionChoice.Api api : permissions.apis()) {
			if (!api.scopes().isEmpty()) {
				add(sentences, "scopes." + when, name, api.displayName(), values(api.scopes()));
			}
			if (!api.appRoles().isEmpty()) {
				add(sentences, "roles." + when, name, api.displayName(), values(api.appRoles()));
			}
		}
	}

	private static boolean signsPeopleIn(Authentication authentication) {
		return authentication.publicClientFlows() || !RedirectLints.matching(authentication, (uri) -> true).isEmpty();
	}

	private static CredentialChoice.Kind kind(@Nullable CredentialChoice credential) {
		return (credential != null) ? credential.kind() : CredentialChoice.Kind.LATER;
	}

	private static String values(List<PermissionChoice.Permission> permissions) {
		return String.join(", ", permissions.stream().map(PermissionChoice.Permission::value).toList());
	}

	private void add(List<String> sentences, String key, Object... arguments) {
		sentences.add(this.texts.get("registration.consequence." + key, arguments));
	}

}
