package health.admit.sandbox.oidc;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in that a device without a browser waits for.
 *
 * @param userCode what the person types
 * @param signedIn who approved; null while nobody did
 */
record DeviceCode(String deviceCode, String userCode, UUID client, String scope, boolean claimsCapable, Instant expires,
		State state, @Nullable SignedIn signedIn) {

	enum State {

		PENDING, APPROVED, DECLINED, REDEEMED

	}

	DeviceCode approved(SignedIn by) {
		return new DeviceCode(this.deviceCode, this.userCode, this.client, this.scope, this.claimsCapable, this.expires,
				State.APPROVED, by);
	}

	DeviceCode now(State other) {
		return new DeviceCode(this.deviceCode, this.userCode, this.client, this.scope, this.claimsCapable, this.expires,
				other, this.signedIn);
	}

}
