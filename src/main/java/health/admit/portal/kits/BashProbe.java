package health.admit.portal.kits;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * {@code probe.sh}: bash with curl and openssl.
 */
final class BashProbe implements KitFormat {

	@Override
	public List<KitFile> files(Kit kit) {
		return Scripts.files(kit, "sh", BashProbe::content);
	}

	private static String content(Kit kit, String file, SignInKind signIn) {
		Map<String, String> values = Scripts.values(kit, file, BashText::literal);
		if (signIn.withCertificate()) {
			values.put("assertion", Sheet.filled("bash/assertion.sh", values).strip());
		}
		if (signIn.withCode()) {
			values.put("redeem", Sheet.filled("bash/" + redeem(signIn) + ".sh", values).strip());
		}
		values.put("unnamed", unnamed(kit));
		values.put("services", services(kit, signIn));
		values.put("token", Sheet.filled("bash/" + Scripts.tokenPart(signIn) + ".sh", values).strip());
		return Sheet.filled("bash/probe.sh", values);
	}

	private static String redeem(SignInKind signIn) {
		if (signIn.withCertificate()) {
			return "redeem-certificate";
		}
		return signIn.withSecret() ? "redeem-web" : "redeem-public";
	}

	private static String unnamed(Kit kit) {
		return kit.client().hasUnnamedService() ? "  case $ADDRESS in\n    *.invalid | *.invalid/*) stop "
				+ BashText.literal(kit.texts().get("advice.unnamed")) + " ;;\n  esac\n" : "";
	}

	private static String services(Kit kit, SignInKind signIn) {
		Advice advice = new Advice(kit, UnaryOperator.identity());
		StringBuilder cases = new StringBuilder();
		int number = 0;
		for (KitService service : kit.client().services()) {
			number++;
			cases.append("    ").append(number).append(")\n");
			set(cases, "NAME", service.name());
			set(cases, "ADDRESS", service.base());
			set(cases, "QUESTION", service.question());
			set(cases, "ACCEPT", service.accept());
			set(cases, "SCOPE", service.scope(signIn));
			set(cases, "ADVICE_401", advice.unauthorized(service));
			set(cases, "ADVICE_403", advice.forbidden(service));
			cases.append("      ;;\n");
		}
		return cases.toString().stripTrailing();
	}

	private static void set(StringBuilder cases, String name, String value) {
		cases.append("      ").append(name).append('=').append(BashText.literal(value)).append('\n');
	}

}
