package health.admit.sandbox.oidc;

import java.time.Instant;
import java.util.UUID;

import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.Person;
import health.admit.sandbox.tenant.Principal;
import health.admit.sandbox.tenant.TenantDirectory;

/**
 * Whether a person may still have tokens.
 */
@Component
class PersonCheck {

	private final TenantDirectory directory;

	private final SignInFaults faults;

	PersonCheck(TenantDirectory directory, SignInFaults faults) {
		this.directory = directory;
		this.faults = faults;
	}

	/**
	 * Checks what can have changed since the sign-in.
	 * @param granted since when the grant exists
	 */
	Person check(SignedIn signedIn, Instant granted, Client client) {
		Person person = enabled(signedIn.person());
		this.faults.tokensValidFrom(person.objectId())
			.filter((from) -> this.faults.revoked(person.objectId(), granted))
			.ifPresent((from) -> {
				throw GrantRefusals.revoked(granted, from);
			});
		assigned(person, client);
		policies(signedIn, client);
		return person;
	}

	Person enabled(UUID objectId) {
		Person person = this.directory.person(objectId)
			.orElseThrow(() -> GrantRefusals.personGone(objectId, this.directory.tenantName()));
		if (!person.enabled()) {
			throw GrantRefusals.personDisabled();
		}
		return person;
	}

	boolean isUsable(UUID objectId) {
		return this.directory.person(objectId).filter(Person::enabled).isPresent();
	}

	/** Some applications are only for people who were assigned to them. */
	void assigned(Person person, Client client) {
		boolean refused = this.directory.principal(client.appId())
			.filter(Principal::assignmentRequired)
			.map((principal) -> this.directory.appRoles(person.objectId(), principal.objectId()).isEmpty())
			.orElse(false);
		if (refused) {
			throw GrantRefusals.notAssigned(person.userPrincipalName(), client);
		}
	}

	private void policies(SignedIn signedIn, Client client) {
		if (this.faults.blocked()) {
			throw GrantRefusals.blockedByPolicy();
		}
		if (this.faults.strongSignInWanted() && !signedIn.strong()) {
			throw GrantRefusals.moreProof(client.appId().toString());
		}
		this.faults.authenticationContext()
			.filter((context) -> !signedIn.acrs().contains(context))
			.ifPresent((context) -> {
				throw GrantRefusals.stepUp(context);
			});
	}

}
