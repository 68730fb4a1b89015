package health.admit.portal.registration;

import org.jspecify.annotations.Nullable;

/**
 * Who needs the role on a service: the service looks at whoever a token is about.
 */
enum Grantees {

	/** The client acts as itself: its service principal. */
	CLIENT,

	/** The client acts for people: each of them, or a group. */
	PEOPLE,

	/** It can do either. */
	BOTH;

	static Grantees of(@Nullable Authentication authentication) {
		if (authentication == null || !authentication.confidential()) {
			return PEOPLE;
		}
		return ApiOffers.actsAsItself(authentication) ? CLIENT : BOTH;
	}

	static Grantees of(RegisteredClient client) {
		if (!client.confidential()) {
			return PEOPLE;
		}
		return client.redirectUris().isEmpty() ? CLIENT : BOTH;
	}

	boolean client() {
		return this != PEOPLE;
	}

	boolean people() {
		return this != CLIENT;
	}

	/** Whether a choice made earlier still is one for this client. */
	static boolean fit(DraftContent content, AccessChoice access) {
		Basics basics = content.basics();
		if (basics == null || access.mode() == AccessChoice.Mode.LATER) {
			return true;
		}
		Grantees who = of(content.authentication());
		return access.services().stream().allMatch((service) -> basics.purpose().apis().contains(service.api()))
				&& (who.client() || !access.forClient()) && (who.people() || access.people().isEmpty());
	}

}
