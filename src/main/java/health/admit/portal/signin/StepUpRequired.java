package health.admit.portal.signin;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The operator has to visit the sign-in page once more: for a scope not granted yet, or
 * because Entra sent a claims challenge. In a request it is turned into a redirect that
 * comes back to the same page; an operation is parked with it.
 */
public class StepUpRequired extends RuntimeException {

	private final transient Set<DelegatedScope> scopes;

	private final @Nullable String claims;

	public StepUpRequired(Set<DelegatedScope> scopes, @Nullable String claims) {
		super("Sign-in needed for " + scopes);
		this.scopes = Set.copyOf(scopes);
		this.claims = claims;
	}

	public Set<DelegatedScope> scopes() {
		return this.scopes;
	}

	/**
	 * The claims Entra asks for, as decoded JSON.
	 */
	public @Nullable String claims() {
		return this.claims;
	}

}
