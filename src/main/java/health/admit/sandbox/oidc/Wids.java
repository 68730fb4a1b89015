package health.admit.sandbox.oidc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.Person;

/**
 * Directory roles in tokens.
 */
final class Wids {

	static final UUID GLOBAL_ADMINISTRATOR = UUID.fromString("62e90394-69f5-4237-9190-012177145e10");

	static final UUID APPLICATION_ADMINISTRATOR = UUID.fromString("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3");

	static final UUID CLOUD_APPLICATION_ADMINISTRATOR = UUID.fromString("158c047a-c907-4556-b7ef-446551a6b5f7");

	static final UUID PRIVILEGED_ROLE_ADMINISTRATOR = UUID.fromString("e8611ab8-c189-46e8-94e1-60213ab1f814");

	private static final String MEMBER = "b79fbf4d-3ef9-4689-8143-76b194e85509";

	private Wids() {
	}

	/** Whether tokens for this application carry the directory roles of the person. */
	static boolean wanted(Optional<Client> audience) {
		return audience.map(Client::groupMembershipClaims)
			.map((claims) -> claims.contains("DirectoryRole") || claims.contains("All"))
			.orElse(false);
	}

	static List<String> of(Person person) {
		List<String> roles = new ArrayList<>(person.directoryRoles().stream().map(UUID::toString).sorted().toList());
		if (!person.guest() && !roles.contains(MEMBER)) {
			roles.add(MEMBER);
		}
		return roles;
	}

	/** Whether the person may grant delegated permissions for everyone. */
	static boolean mayConsentForAll(Person person) {
		return holdsAny(person, GLOBAL_ADMINISTRATOR, PRIVILEGED_ROLE_ADMINISTRATOR, APPLICATION_ADMINISTRATOR,
				CLOUD_APPLICATION_ADMINISTRATOR);
	}

	/** Whether the person may also grant application permissions of Microsoft Graph. */
	static boolean mayConsentToAnything(Person person) {
		return holdsAny(person, GLOBAL_ADMINISTRATOR, PRIVILEGED_ROLE_ADMINISTRATOR);
	}

	private static boolean holdsAny(Person person, UUID... roles) {
		return Set.of(roles).stream().anyMatch(person.directoryRoles()::contains);
	}

}
