package health.admit.portal.connection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

import health.admit.portal.cloud.Cloud;

/**
 * A sign-in through the client under test. Its state and verifier travel with the page,
 * in the browser that signs in: the portal keeps nothing, so any node can go on with it.
 *
 * @param link where the person signs in
 * @param state comes back with the code
 * @param verifier proves that whoever redeems the code asked for it
 */
record SignIn(String link, String state, String verifier) {

	private static final SecureRandom RANDOM = new SecureRandom();

	static SignIn begin(Cloud cloud, TestPlan plan, String redirectUri, String audience) {
		String state = random();
		String verifier = random();
		String link = cloud.authorizationEndpoint() + "?client_id=" + plan.clientId() + "&response_type=code"
				+ "&response_mode=query&redirect_uri=" + encoded(redirectUri) + "&scope="
				+ encoded(audience + "/" + plan.service().api().usualScope()) + "&state=" + state
				+ "&prompt=select_account&code_challenge_method=S256&code_challenge=" + challenge(verifier);
		return new SignIn(link, state, verifier);
	}

	private static String random() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return text(bytes);
	}

	private static String challenge(String verifier) {
		try {
			return text(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
