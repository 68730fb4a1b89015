package health.admit.sandbox.oidc;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

/**
 * A device asks whether its code was approved.
 */
@Component
class DeviceGrant implements Grant {

	static final String TYPE = "urn:ietf:params:oauth:grant-type:device_code";

	private final DeviceCodes codes;

	private final PersonTokens tokens;

	private final Clock clock;

	DeviceGrant(DeviceCodes codes, PersonTokens tokens, Clock clock) {
		this.codes = codes;
		this.tokens = tokens;
		this.clock = clock;
	}

	@Override
	public String type() {
		return TYPE;
	}

	@Override
	public TokenAnswer redeem(TokenRequest request) {
		Form form = request.form();
		// The endpoint of version 1 calls it "code".
		String deviceCode = form.has("device_code") ? form.require("device_code") : form.get("code", "");
		if (deviceCode.isEmpty()) {
			throw ClientRefusals.missingParameter("device_code");
		}
		DeviceCode code = this.codes.find(deviceCode)
			.filter((known) -> known.client().equals(request.client().appId()))
			.orElseThrow(GrantRefusals::deviceCodeUnknown);
		requireProof(request);
		Instant now = this.clock.instant();
		switch (code.state()) {
			case DECLINED -> throw GrantRefusals.deviceDeclined();
			case REDEEMED -> throw GrantRefusals.codeReused();
			case PENDING ->
				throw now.isBefore(code.expires()) ? GrantRefusals.devicePending() : GrantRefusals.deviceCodeExpired();
			case APPROVED -> {
				if (!now.isBefore(code.expires())) {
					throw GrantRefusals.deviceCodeExpired();
				}
			}
		}
		SignedIn signedIn = this.codes
			.change(deviceCode, DeviceCode.State.APPROVED, (approved) -> approved.now(DeviceCode.State.REDEEMED))
			.map(DeviceCode::signedIn)
			.orElseThrow(GrantRefusals::codeReused);
		ScopeRequest scopes = ScopeRequest.parse(code.scope()).firstResource();
		return this.tokens.issue(request,
				new PersonTokens.Basis(signedIn, Platform.PUBLIC, scopes, code.claimsCapable(), null, false, now, now));
	}

	private static void requireProof(TokenRequest request) {
		if (!ProofRules.mayBePublic(request.client()) && request.proof() == Proof.NONE) {
			throw ClientRefusals.noCredential(TYPE);
		}
	}

}
