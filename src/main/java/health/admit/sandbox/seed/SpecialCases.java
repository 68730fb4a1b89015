package health.admit.sandbox.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What some applications of a grown tenant have beside the usual: federated credentials,
 * secrets that were rotated or live too long, owners who are guests or have left, and
 * service principals with credentials of their own. Each kind occurs among the first
 * twenty already.
 */
final class SpecialCases {

	private static final String HINTS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789";

	private final UUID guest;

	private final UUID former;

	private final CertificatePool signing;

	private final Instant now;

	SpecialCases(UUID guest, UUID former, Instant now) {
		this.guest = guest;
		this.former = former;
		this.signing = new CertificatePool(now);
		this.now = now;
	}

	void application(ObjectNode application, int index) {
		SplittableRandom random = random(index, 1);
		if (index % 11 == 8) {
			federate(application, index, random);
		}
		if (index % 9 == 1) {
			Instant end = this.now.plus(Duration.ofDays(200 + random.nextInt(200)));
			secret(application, random, "rotated", this.now.minus(Duration.ofDays(10)), end);
		}
		if (index % 23 == 2) {
			Instant start = this.now.minus(Duration.ofDays(100));
			secret(application, random, "long-lived", start, start.plus(Duration.ofDays(1100 + random.nextInt(2500))));
		}
		if (index % 19 == 4) {
			application.withArray("_owners").add(this.guest.toString());
		}
		if (index % 21 == 10) {
			application.putArray("_owners").add(this.former.toString());
		}
	}

	void principal(ObjectNode principal, int index) {
		SplittableRandom random = random(index, 2);
		if (index % 13 == 5) {
			principal.put("preferredSingleSignOnMode", "saml");
			sign(principal, index / 13, random);
		}
		if (index % 17 == 3) {
			Instant end = ExpiryBands.end(index / 17, this.now, random);
			secret(principal, random, "enterprise application", end.minus(Duration.ofDays(365)), end);
		}
	}

	/**
	 * A certificate for signing, as Entra makes it: once with the private key, once
	 * without, and the password of that key as a secret.
	 */
	private void sign(ObjectNode principal, int index, SplittableRandom random) {
		UUID keyId = id(random);
		ObjectNode verify = this.signing.credential(index, id(random));
		ObjectNode sign = this.signing.credential(index, keyId)
			.put("usage", "Sign")
			.put("type", "X509CertAndPassword")
			.putNull("key");
		principal.withArray("keyCredentials").add(sign).add(verify);
		principal.withArray("passwordCredentials")
			.add(Json.object()
				.put("customKeyIdentifier", Json.text(verify, "customKeyIdentifier"))
				.put("keyId", keyId.toString())
				.put("startDateTime", Json.text(verify, "startDateTime"))
				.put("endDateTime", Json.text(verify, "endDateTime")));
	}

	/** One more secret, so that there are as many as were asked for. */
	void oneMore(ObjectNode application, int index, int number) {
		SplittableRandom random = random(index, 100 + number);
		Instant end = ExpiryBands.end(Integer.MAX_VALUE, this.now, random);
		secret(application, random, "integration " + number, end.minus(Duration.ofDays(180)), end);
	}

	private static void federate(ObjectNode application, int index, SplittableRandom random) {
		for (int i = 0; i <= index % 2; i++) {
			ObjectNode credential = application.withArray("_federatedIdentityCredentials")
				.addObject()
				.put("id", id(random).toString())
				.put("name", (i == 0) ? "deploy-main" : "deploy-test")
				.put("issuer", "https://token.actions.githubusercontent.com")
				.put("subject",
						"repo:contosohealth/integration-" + index + ":environment:" + ((i == 0) ? "main" : "test"))
				.putNull("description");
			credential.putArray("audiences").add("api://AzureADTokenExchange");
		}
	}

	private static void secret(ObjectNode holder, SplittableRandom random, String name, Instant start, Instant end) {
		StringBuilder hint = new StringBuilder();
		for (int i = 0; i < 3; i++) {
			hint.append(HINTS.charAt(random.nextInt(HINTS.length())));
		}
		holder.withArray("passwordCredentials").add(Secrets.described(hint.toString(), id(random), name, start, end));
	}

	/** Apart from the numbers that decide everything else, which stay as they were. */
	private static SplittableRandom random(int index, int purpose) {
		return new SplittableRandom(104_729L * index + 7 * purpose + 1_000_003);
	}

	private static UUID id(SplittableRandom random) {
		long most = (random.nextLong() & ~0xF000L) | 0x4000L;
		long least = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
		return new UUID(most, least);
	}

}
