package health.admit.sandbox.oidc;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.Person;

/**
 * Decides what comes next in a sign-in.
 */
@Component
class SignInFlow {

	private final ClientLookup clients;

	private final PersonCheck people;

	private final ConsentCheck consent;

	private final SignInFaults faults;

	private final Clock clock;

	SignInFlow(ClientLookup clients, PersonCheck people, ConsentCheck consent, SignInFaults faults, Clock clock) {
		this.clients = clients;
		this.people = people;
		this.consent = consent;
		this.faults = faults;
		this.clock = clock;
	}

	/** What has already been settled in this sign-in. */
	enum Settled {

		NOTHING, PERSON, CONSENT

	}

	Step next(AuthorizeRequest request, @Nullable SignedIn signedIn, Settled settled) {
		Client client = this.clients.find(request.client().toString());
		if (signedIn == null) {
			if (request.silent()) {
				throw GrantRefusals.noSession();
			}
			return new Step.ChoosePerson(request, client, false);
		}
		if (settled == Settled.NOTHING && proofIsStale(request, signedIn)) {
			return again(request, client, signedIn);
		}
		Person person = this.people.enabled(signedIn.person());
		if (this.faults.blocked()) {
			throw GrantRefusals.blockedByPolicy();
		}
		if (request.purpose() == AuthorizeRequest.Purpose.ADMIN_CONSENT) {
			return adminConsent(request, client, person, signedIn, settled);
		}
		this.people.assigned(person, client);
		Wanted missing = (settled == Settled.CONSENT) ? Wanted.NOTHING : this.consent.missing(request, client, person);
		if (missing.isEmpty()) {
			return new Step.Finished(request, client, person, signedIn);
		}
		if (request.silent()) {
			throw ScopeRefusals.notConsented(client);
		}
		boolean forAll = Wids.mayConsentForAll(person);
		return (missing.needsAdmin() && !forAll) ? new Step.AskAdmin(request, client, person, missing)
				: new Step.AskConsent(request, client, person, missing, forAll);
	}

	/** Whether the next proof of the person has to be more than a first factor. */
	boolean wantsStrongProof(AuthorizeRequest request) {
		return request.claims().strong() || !request.claims().acrs().isEmpty() || this.faults.strongSignInWanted()
				|| this.faults.authenticationContext().isPresent();
	}

	private Step adminConsent(AuthorizeRequest request, Client client, Person person, SignedIn signedIn,
			Settled settled) {
		if (settled == Settled.CONSENT) {
			return new Step.Finished(request, client, person, signedIn);
		}
		Wanted wanted = this.consent.everything(client, request.scope());
		boolean may = wanted.needsHighestAdmin() ? Wids.mayConsentToAnything(person) : Wids.mayConsentForAll(person);
		return may ? new Step.AskConsent(request, client, person, wanted, true)
				: new Step.AskAdmin(request, client, person, wanted);
	}

	private Step again(AuthorizeRequest request, Client client, SignedIn signedIn) {
		if (!request.silent()) {
			return new Step.ChoosePerson(request, client, lacksProof(request, signedIn));
		}
		throw lacksProof(request, signedIn) ? GrantRefusals.moreProof(client.appId().toString())
				: GrantRefusals.noSession();
	}

	private boolean proofIsStale(AuthorizeRequest request, SignedIn signedIn) {
		Instant now = this.clock.instant();
		Long maxAge = request.maxAge();
		Instant notBefore = request.claims().notBefore();
		return !this.people.isUsable(signedIn.person()) || request.prompts().contains("login")
				|| request.prompts().contains("select_account") || request.purpose() != AuthorizeRequest.Purpose.CODE
				|| otherPerson(request, signedIn) || (maxAge != null && signedIn.at().plusSeconds(maxAge).isBefore(now))
				|| (notBefore != null && signedIn.at().isBefore(notBefore)) || lacksProof(request, signedIn);
	}

	private boolean lacksProof(AuthorizeRequest request, SignedIn signedIn) {
		return !signedIn.acrs().containsAll(request.claims().acrs())
				|| (request.claims().strong() && !signedIn.strong())
				|| (this.faults.strongSignInWanted() && !signedIn.strong())
				|| this.faults.authenticationContext().filter((acr) -> !signedIn.acrs().contains(acr)).isPresent();
	}

	private boolean otherPerson(AuthorizeRequest request, SignedIn signedIn) {
		String hint = request.loginHint();
		return hint != null && !this.people.enabled(signedIn.person()).userPrincipalName().equalsIgnoreCase(hint);
	}

}
