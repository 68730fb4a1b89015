package health.admit.sandbox.oidc;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

/**
 * A refresh token is good for any resource the client has consent for. It outlives the
 * browser session, but not the account, a revocation or long idleness.
 */
@Component
class RefreshGrant implements Grant {

	private final SealedNotes notes;

	private final PersonTokens tokens;

	private final OidcProperties properties;

	private final Clock clock;

	RefreshGrant(SealedNotes notes, PersonTokens tokens, OidcProperties properties, Clock clock) {
		this.notes = notes;
		this.tokens = tokens;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public String type() {
		return "refresh_token";
	}

	@Override
	public TokenAnswer redeem(TokenRequest request) {
		RefreshNote note = this.notes.open(request.form().require("refresh_token"), RefreshNote.class)
			.filter((refresh) -> refresh.client().equals(request.client().appId()))
			.orElseThrow(GrantRefusals::malformed);
		ProofRules.check(request, note.platform(), type());
		checkAge(note);
		boolean capable = note.claimsCapable() || ClaimsRequest.parse(request.form().get("claims")).claimsCapable();
		ScopeRequest scopes = request.scopes(ScopeRequest.parse(note.scope()).firstResource()).offlineToo();
		return this.tokens.issue(request, new PersonTokens.Basis(note.signedIn(), note.platform(), scopes, capable,
				null, false, note.issued(), note.began()));
	}

	private void checkAge(RefreshNote note) {
		Instant now = this.clock.instant();
		if (note.platform() == Platform.SPA && !now.isBefore(note.began().plus(this.properties.spaRefreshToken()))) {
			throw GrantRefusals.spaRefreshTokenOver(note.began());
		}
		if (!now.isBefore(note.issued().plus(this.properties.refreshTokenIdle()))) {
			throw GrantRefusals.refreshTokenIdle(note.issued(), this.properties.refreshTokenIdle().toDays());
		}
	}

}
