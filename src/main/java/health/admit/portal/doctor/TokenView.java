package health.admit.portal.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a token says, as the page shows it.
 *
 * @param signature message key
 * @param suspect whether the signature is a reason to distrust all the rest
 * @param who message key: the client itself, a person, or an ID token
 */
record TokenView(String signature, boolean suspect, String who, List<DiagnosisView.Named> claims,
		@Nullable Instant issuedAt, @Nullable Instant notBefore, @Nullable Instant expires) {

	static TokenView of(TokenReading.Decoded reading) {
		TokenClaims token = reading.claims();
		List<DiagnosisView.Named> claims = new ArrayList<>();
		add(claims, "aud", String.join(", ", token.audiences()));
		add(claims, "iss", token.issuer());
		add(claims, "ver", token.version());
		add(claims, "tid", token.tenant());
		add(claims, "appid", token.appId());
		add(claims, "oid", token.objectId());
		add(claims, "user", token.user());
		add(claims, "appidacr", (token.proof() != null) ? token.proof().toString() : null);
		add(claims, "scp", String.join(" ", token.scopes()));
		add(claims, "roles", String.join(", ", token.roles()));
		add(claims, "groups", (token.groups() > 0) ? String.valueOf(token.groups()) : null);
		add(claims, "alg", token.algorithm());
		add(claims, "kid", token.keyId());
		return new TokenView(reading.signature().key(), reading.signature().isBad(),
				"doctor.token." + (token.idToken() ? "id" : token.isAppOnly() ? "app" : "user"), claims,
				token.issuedAt(), token.notBefore(), token.expires());
	}

	private static void add(List<DiagnosisView.Named> claims, String name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			claims.add(new DiagnosisView.Named("doctor.claim." + name, value));
		}
	}

}
