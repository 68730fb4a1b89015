package health.admit.sandbox.oidc;

import org.jspecify.annotations.Nullable;

import health.admit.sandbox.tenant.Client;

/**
 * Which proof a client owes, by the platform its redirect URI is registered under.
 */
final class ProofRules {

	private ProofRules() {
	}

	static void check(TokenRequest request, Platform platform, String grantType) {
		String origin = request.origin();
		switch (platform) {
			case WEB -> {
				refuseOrigin(origin);
				if (request.proof() == Proof.NONE) {
					throw ClientRefusals.noCredential(grantType);
				}
			}
			case PUBLIC -> {
				refuseOrigin(origin);
				refuseProof(request);
			}
			case SPA -> {
				if (origin == null) {
					throw GrantRefusals.onlyCrossOrigin();
				}
				refuseProof(request);
			}
		}
	}

	/** Whether the client may be public where no redirect URI tells. */
	static boolean mayBePublic(Client client) {
		Boolean flag = client.fallbackPublicClient();
		return (flag != null) ? flag : client.webRedirectUris().isEmpty() && client.spaRedirectUris().isEmpty()
				&& !client.publicRedirectUris().isEmpty();
	}

	static void refuseOrigin(@Nullable String origin) {
		if (origin != null) {
			throw GrantRefusals.crossOrigin(origin);
		}
	}

	private static void refuseProof(TokenRequest request) {
		if (request.proof() != Proof.NONE) {
			throw ClientRefusals.publicWithCredential();
		}
	}

}
