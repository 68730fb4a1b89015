package health.admit.portal.signin;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Reads the operator from the security context of the request.
 */
@Component
class RequestOperator implements CurrentOperator {

	private final GrantedScopes granted;

	private final DelegatedTokens tokens;

	private final SessionLimits limits;

	RequestOperator(GrantedScopes granted, DelegatedTokens tokens, SessionLimits limits) {
		this.granted = granted;
		this.tokens = tokens;
		this.limits = limits;
	}

	@Override
	public Operator operator() {
		return signedIn().operator();
	}

	@Override
	public Delegation delegation() {
		return signedIn().delegation();
	}

	@Override
	public Instant sessionEnds() {
		return this.limits.end(signedIn().since());
	}

	@Override
	public void require(DelegatedScope... scopes) {
		Set<DelegatedScope> missing = EnumSet.noneOf(DelegatedScope.class);
		missing.addAll(List.of(scopes));
		missing.removeAll(this.granted.of(delegation()));
		if (!missing.isEmpty() && !missing.equals(Set.of(DelegatedScope.AZURE))) {
			throw new StepUpRequired(missing, null);
		}
		if (List.of(scopes).contains(DelegatedScope.AZURE)) {
			// Whether it was granted shows only when its token is asked for.
			this.tokens.resourceManager(delegation());
		}
	}

	private static SignedIn signedIn() {
		if (SecurityContextHolder.getContext().getAuthentication() instanceof OperatorAuthentication authentication) {
			return authentication.signedIn();
		}
		throw new IllegalStateException("Nobody is signed in to this request");
	}

}
