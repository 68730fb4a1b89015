package health.admit.sandbox.oidc;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in that is under way.
 *
 * @param tenant first part of the address, as it came
 * @param answerTo where the answer goes
 * @param scope what is asked for
 * @param resource what a request of version 1 asks for instead
 * @param maxAge longest time since the last proof, in seconds
 */
record AuthorizeRequest(Purpose purpose, String tenant, UUID client, AnswerTo answerTo, Set<String> responseTypes,
		String scope, @Nullable String resource, @Nullable String nonce, @Nullable String challenge,
		@Nullable String challengeMethod, Set<String> prompts, @Nullable String loginHint, @Nullable Long maxAge,
		ClaimsRequest claims, @Nullable String deviceCode) {

	/** What the sign-in is for. */
	enum Purpose {

		CODE, DEVICE, ADMIN_CONSENT

	}

	/**
	 * Where the answer goes.
	 *
	 * @param redirectUri null when there is nobody to answer to
	 */
	record AnswerTo(@Nullable String redirectUri, Platform platform, ResponseMode mode, @Nullable String state) {

		/** An answer that is only shown. */
		static AnswerTo nobody() {
			return new AnswerTo(null, Platform.PUBLIC, ResponseMode.QUERY, null);
		}

	}

	/** What a device asks for on behalf of its person. */
	static AuthorizeRequest ofDevice(DeviceCode code) {
		return new AuthorizeRequest(Purpose.DEVICE, "common", code.client(), AnswerTo.nobody(), Set.of(), code.scope(),
				null, null, null, null, Set.of("select_account"), null, null, ClaimsRequest.NONE, code.deviceCode());
	}

	/** A request to consent for everyone. */
	static AuthorizeRequest ofAdminConsent(String tenant, UUID client, AnswerTo answerTo, String scope) {
		return new AuthorizeRequest(Purpose.ADMIN_CONSENT, tenant, client, answerTo, Set.of(), scope, null, null, null,
				null, Set.of(), null, null, ClaimsRequest.NONE, null);
	}

	ScopeRequest scopes() {
		return (this.resource != null) ? ScopeRequest.ofResource(this.resource) : ScopeRequest.parse(this.scope);
	}

	boolean silent() {
		return this.prompts.contains("none");
	}

}
