package health.admit.portal.kits;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the probes in all script languages have in common: the same values in the same
 * gaps.
 */
final class Scripts {

	private Scripts() {
	}

	/**
	 * The scripts of a client in one language: the probe, and one with a device code
	 * where the client allows that beside its own way.
	 * @param ending of the file names, without the dot
	 */
	static List<KitFile> files(Kit kit, String ending, Script script) {
		KitClient client = kit.client();
		if (client.services().isEmpty()) {
			return List.of();
		}
		KitFile probe = file(kit, "probe." + ending, client.signIn(), script);
		boolean device = client.deviceCode() && client.signIn() == SignInKind.DESKTOP;
		return device ? List.of(probe, file(kit, "device-code." + ending, SignInKind.DEVICE_CODE, script))
				: List.of(probe);
	}

	/**
	 * The values that every script has gaps for, each as a literal of its language.
	 */
	static Map<String, String> values(Kit kit, String file, UnaryOperator<String> literal) {
		KitClient client = kit.client();
		Advice advice = new Advice(kit, UnaryOperator.identity());
		Map<String, String> values = new HashMap<>();
		values.put("file", file);
		values.put("placeholder", Kit.PLACEHOLDER);
		values.put("count", String.valueOf(client.services().size()));
		Stream
			.of(Map.entry("name", client.displayName()), Map.entry("app-id", client.appId().toString()),
					Map.entry("token-url", client.cloud().tokenEndpoint().toString()),
					Map.entry("authorize-url", client.cloud().authorizationEndpoint().toString()),
					Map.entry("device-url", client.cloud().deviceEndpoint().toString()),
					Map.entry("secret-name", kit.secretName()), Map.entry("trusted", trusted(kit)),
					Map.entry("advice-token", advice.token()), Map.entry("advice-network", advice.network()))
			.forEach((entry) -> values.put(entry.getKey(), literal.apply(entry.getValue())));
		KitCertificate certificate = client.certificate();
		if (certificate != null) {
			values.put("x5t", literal.apply(certificate.x5tS256()));
			values.put("thumbprint", certificate.thumbprint());
		}
		if (client.signIn().withCode()) {
			String redirect = client.redirectUri();
			values.put("redirect-uri", literal.apply(redirect));
			values.put("redirect-uri-encoded", literal.apply(URLEncoder.encode(redirect, StandardCharsets.UTF_8)));
			values.put("origin", literal.apply((client.signIn() == SignInKind.SINGLE_PAGE) ? origin(redirect) : ""));
		}
		return values;
	}

	/** Whose tokens the client may show, on one line. */
	private static String trusted(Kit kit) {
		return kit.client()
			.federations()
			.stream()
			.map((federation) -> kit.texts()
				.get("federation", federation.issuer(), federation.subject(), federation.audience()))
			.collect(Collectors.joining("; "));
	}

	/**
	 * The name of the part that gets the token.
	 */
	static String tokenPart(SignInKind signIn) {
		return switch (signIn) {
			case APP_WITH_SECRET -> "token-secret";
			case APP_WITH_CERTIFICATE -> "token-certificate";
			case APP_WITH_FEDERATION -> "token-federation";
			case WEB_WITH_SECRET, WEB_WITH_CERTIFICATE, SINGLE_PAGE, DESKTOP -> "token-code";
			case DEVICE_CODE -> "token-device";
		};
	}

	/**
	 * The name of the part that proves who the client is when it redeems a code.
	 */
	static String proofPart(SignInKind signIn) {
		if (signIn.withCertificate()) {
			return "proof-certificate";
		}
		return signIn.withSecret() ? "proof-secret" : "proof-none";
	}

	/**
	 * Scheme, host and port of an address, as a browser sends them.
	 */
	static String origin(String address) {
		try {
			URI uri = URI.create(address);
			return (uri.getRawAuthority() != null) ? uri.getScheme() + "://" + uri.getRawAuthority() : address;
		}
		catch (IllegalArgumentException ex) {
			return address;
		}
	}

	private static KitFile file(Kit kit, String name, SignInKind signIn, Script script) {
		return new KitFile(name, script.content(kit, name, signIn));
	}

	/** Writes a probe in one language. */
	interface Script {

		String content(Kit kit, String file, SignInKind signIn);

	}

}
