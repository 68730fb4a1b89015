package health.admit.sandbox.oidc;

import org.jspecify.annotations.Nullable;

import health.admit.sandbox.tenant.Client;

/**
 * A token request of a client that has been told apart from all others.
 *
 * @param origin header {@code Origin}: the page that asks
 * @param version1 whether it came to the endpoint of version 1
 */
record TokenRequest(Form form, TenantPath.Kind tenant, Client client, Proof proof, @Nullable String origin,
		boolean version1) {

	/** The scopes asked for; {@code otherwise} when the request names none. */
	ScopeRequest scopes(ScopeRequest otherwise) {
		String resource = this.form.get("resource");
		if (this.version1 && resource != null) {
			return ScopeRequest.ofResource(resource);
		}
		String scope = this.form.get("scope");
		return (scope != null) ? ScopeRequest.parse(scope) : otherwise;
	}

}
