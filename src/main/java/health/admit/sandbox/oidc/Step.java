package health.admit.sandbox.oidc;

import java.util.function.Function;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.Person;

/**
 * What comes next in a sign-in.
 */
sealed interface Step {

	<T> T fold(Function<ChoosePerson, T> choose, Function<AskConsent, T> ask, Function<AskAdmin, T> admin,
			Function<Finished, T> finished);

	/**
	 * The person has to say who they are, or to prove it again.
	 */
	record ChoosePerson(AuthorizeRequest request, Client client, boolean moreProof) implements Step {
		@Override
		public <T> T fold(Function<ChoosePerson, T> choose, Function<AskConsent, T> ask, Function<AskAdmin, T> admin,
				Function<Finished, T> finished) {
			return choose.apply(this);
		}
	}

	/**
	 * The person has to agree.
	 *
	 * @param forAll whether the person may agree for everyone
	 */
	record AskConsent(AuthorizeRequest request, Client client, Person person, Wanted wanted,
			boolean forAll) implements Step {
		@Override
		public <T> T fold(Function<ChoosePerson, T> choose, Function<AskConsent, T> ask, Function<AskAdmin, T> admin,
				Function<Finished, T> finished) {
			return ask.apply(this);
		}
	}

	/**
	 * Only an administrator can agree, and the person is none.
	 */
	record AskAdmin(AuthorizeRequest request, Client client, Person person, Wanted wanted) implements Step {
		@Override
		public <T> T fold(Function<ChoosePerson, T> choose, Function<AskConsent, T> ask, Function<AskAdmin, T> admin,
				Function<Finished, T> finished) {
			return admin.apply(this);
		}
	}

	/**
	 * Nothing is left to ask.
	 */
	record Finished(AuthorizeRequest request, Client client, Person person, SignedIn signedIn) implements Step {
		@Override
		public <T> T fold(Function<ChoosePerson, T> choose, Function<AskConsent, T> ask, Function<AskAdmin, T> admin,
				Function<Finished, T> finished) {
			return finished.apply(this);
		}
	}

}
