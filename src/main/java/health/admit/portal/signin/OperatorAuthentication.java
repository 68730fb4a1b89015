package health.admit.portal.signin;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A signed-in person as Spring Security sees one. Holds no token.
 */
final class OperatorAuthentication extends AbstractAuthenticationToken {

	private final transient SignedIn signedIn;

	OperatorAuthentication(SignedIn signedIn) {
		super(signedIn.operator()
			.roles()
			.stream()
			.map((role) -> new SimpleGrantedAuthority(role.authority()))
			.toList());
		this.signedIn = signedIn;
		super.setAuthenticated(true);
	}

	SignedIn signedIn() {
		return this.signedIn;
	}

	@Override
	public Operator getPrincipal() {
		return this.signedIn.operator();
	}

	@Override
	public @Nullable Object getCredentials() {
		return null;
	}

	@Override
	public String getName() {
		return this.signedIn.operator().objectId().toString();
	}

	Instant since() {
		return this.signedIn.since();
	}

}
