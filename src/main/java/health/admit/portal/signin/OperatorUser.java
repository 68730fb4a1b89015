package health.admit.portal.signin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The person of an ID token. Lives only while the callback is handled.
 */
final class OperatorUser implements OidcUser {

	private final OidcIdToken idToken;

	OperatorUser(OidcIdToken idToken) {
		this.idToken = idToken;
	}

	Operator operator() {
		UUID tenant = UUID.fromString(text("tid", ""));
		UUID objectId = UUID.fromString(text("oid", ""));
		String username = text("preferred_username", objectId.toString());
		return new Operator(tenant, objectId, text("name", username), username,
				PortalRoles.of(list("roles"), list("wids")));
	}

	/**
	 * How Entra is told whom to sign out, or whom a step-up is for.
	 */
	String hint() {
		return text("login_hint", text("preferred_username", ""));
	}

	private String text(String claim, String otherwise) {
		return Objects.requireNonNullElse(this.idToken.getClaimAsString(claim), otherwise);
	}

	private List<String> list(String claim) {
		List<String> values = this.idToken.getClaimAsStringList(claim);
		return (values != null) ? values : List.of();
	}

	@Override
	public Map<String, Object> getClaims() {
		return this.idToken.getClaims();
	}

	@Override
	public @Nullable OidcUserInfo getUserInfo() {
		return null;
	}

	@Override
	public OidcIdToken getIdToken() {
		return this.idToken;
	}

	@Override
	public Map<String, Object> getAttributes() {
		return this.idToken.getClaims();
	}

	@Override
	public List<? extends GrantedAuthority> getAuthorities() {
		return List.of();
	}

	@Override
	public String getName() {
		return text("oid", "");
	}

}
