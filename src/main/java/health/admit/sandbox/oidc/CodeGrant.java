package health.admit.sandbox.oidc;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

/**
 * An authorization code is redeemed: once, by the client that asked, with the redirect
 * URI and the proof key it was asked with.
 */
@Component
class CodeGrant implements Grant {

	private final SealedNotes notes;

	private final PersonTokens tokens;

	private final OidcProperties properties;

	private final Clock clock;

	private final UsedOnce used;

	CodeGrant(SealedNotes notes, PersonTokens tokens, OidcProperties properties, Clock clock) {
		this.notes = notes;
		this.tokens = tokens;
		this.properties = properties;
		this.clock = clock;
		this.used = new UsedOnce(properties.code());
	}

	@Override
	public String type() {
		return "authorization_code";
	}

	@Override
	public TokenAnswer redeem(TokenRequest request) {
		CodeNote code = this.notes.open(request.form().require("code"), CodeNote.class)
			.filter((note) -> note.client().equals(request.client().appId()))
			.orElseThrow(GrantRefusals::malformed);
		Instant now = this.clock.instant();
		if (!now.isBefore(code.issued().plus(this.properties.code()))) {
			throw GrantRefusals.codeExpired();
		}
		String redirectUri = request.form().require("redirect_uri");
		if (!redirectUri.equals(code.redirectUri())) {
			throw GrantRefusals.otherRedirectUri(redirectUri, code.redirectUri());
		}
		ProofRules.check(request, code.platform(), type());
		checkProofKey(code, request.form());
		if (!this.used.first(code.id(), now)) {
			throw GrantRefusals.codeReused();
		}
		return this.tokens.issue(request,
				new PersonTokens.Basis(code.signedIn(), code.platform(), request.scopes(firstResource(code)),
						code.claimsCapable(), code.nonce(), code.authTime(), code.issued(), now));
	}

	private static void checkProofKey(CodeNote code, Form form) {
		String challenge = code.challenge();
		if (challenge == null) {
			if (code.platform() == Platform.SPA) {
				throw GrantRefusals.proofKeyRequired();
			}
			return;
		}
		if (!ProofKey.matches(challenge, code.challengeMethod(), form.get("code_verifier"))) {
			throw GrantRefusals.wrongVerifier();
		}
	}

	/** A sign-in may ask for several resources; a token is for the first of them. */
	private static ScopeRequest firstResource(CodeNote code) {
		if (code.resource() != null) {
			return ScopeRequest.ofResource(code.resource());
		}
		return ScopeRequest.parse(code.scope()).firstResource();
	}

}
