package health.admit.portal.kits;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * {@code probe.py}: Python with its standard library.
 */
final class PythonProbe implements KitFormat {

	@Override
	public List<KitFile> files(Kit kit) {
		return Scripts.files(kit, "py", PythonProbe::content);
	}

	private static String content(Kit kit, String file, SignInKind signIn) {
		Map<String, String> values = Scripts.values(kit, file, PythonText::literal);
		values.put("needs", signIn.withCertificate() ? " but the program openssl" : "");
		values.put("secret", Sheet.filled("python/secret.py", values).stripTrailing() + "\n");
		if (signIn.withCertificate()) {
			values.put("assertion", Sheet.filled("python/assertion.py", values).strip());
		}
		values.put("proof", Sheet.filled("python/" + Scripts.proofPart(signIn) + ".py", values).stripTrailing() + "\n");
		values.put("unnamed", unnamed(kit));
		values.put("services", services(kit, signIn));
		values.put("token", Sheet.filled("python/" + Scripts.tokenPart(signIn) + ".py", values).strip());
		return Sheet.filled("python/probe.py", values);
	}

	private static String unnamed(Kit kit) {
		return kit.client().hasUnnamedService() ? "    if \".invalid\" in service[\"address\"]:\n        stop("
				+ PythonText.literal(kit.texts().get("advice.unnamed")) + ")\n" : "";
	}

	private static String services(Kit kit, SignInKind signIn) {
		Advice advice = new Advice(kit, UnaryOperator.identity());
		return kit.client()
			.services()
			.stream()
			.map((service) -> "    {\n" + member("name", service.name()) + member("address", service.base())
					+ member("question", service.question()) + member("accept", service.accept())
					+ member("scope", service.scope(signIn)) + member("advice401", advice.unauthorized(service))
					+ member("advice403", advice.forbidden(service)) + "    },")
			.collect(Collectors.joining("\n"));
	}

	private static String member(String name, String value) {
		return "        \"" + name + "\": " + PythonText.literal(value) + ",\n";
	}

}
