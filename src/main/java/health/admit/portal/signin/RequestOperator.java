package health.admit.portal.signin;

import java.time.Instant;
import java.util.Arrays;
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

	private final SessionLimits limits;

	RequestOperator(GrantedScopes granted, SessionLimits limits) {
		this.granted = granted;
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
		List<DelegatedScope> wanted = Arrays.asList(scopes);
		Set<DelegatedScope> granted = this.granted.of(delegation());
		if (!granted.containsAll(wanted)) {
			Set<DelegatedScope> missing = EnumSet.copyOf(wanted);
			missing.removeAll(granted);
			throw new StepUpRequired(missing, null);
		}
	}

	private static SignedIn signedIn() {
		if (SecurityContextHolder.getContext().getAuthentication() instanceof OperatorAuthentication authentication) {
			return authentication.signedIn();
		}
		throw new IllegalStateException("Nobody is signed in to this request");
	}

}
