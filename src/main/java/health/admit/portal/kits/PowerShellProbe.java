package health.admit.portal.kits;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * {@code probe.ps1}: PowerShell 7, and Windows PowerShell 5.1.
 */
final class PowerShellProbe implements KitFormat {

	@Override
	public List<KitFile> files(Kit kit) {
		return Scripts.files(kit, "ps1", PowerShellProbe::content);
	}

	private static String content(Kit kit, String file, SignInKind signIn) {
		Map<String, String> values = Scripts.values(kit, file, PowerShellText::literal);
		values.computeIfPresent("thumbprint", (name, print) -> PowerShellText.literal(print));
		values.put("secret", Sheet.filled("powershell/secret.ps1", values).strip());
		if (signIn.withCertificate()) {
			values.put("assertion", Sheet.filled("powershell/assertion.ps1", values).strip());
		}
		values.put("proof", Sheet.filled("powershell/" + Scripts.proofPart(signIn) + ".ps1", values).strip());
		values.put("unnamed", unnamed(kit));
		values.put("services", services(kit, signIn));
		values.put("token", Sheet.filled("powershell/" + Scripts.tokenPart(signIn) + ".ps1", values).strip());
		return Sheet.filled("powershell/probe.ps1", values);
	}

	private static String unnamed(Kit kit) {
		return kit.client().hasUnnamedService() ? "    if ($Service.Address.Contains('.invalid')) {\n        Stop-Here "
				+ PowerShellText.literal(kit.texts().get("advice.unnamed")) + "\n    }\n" : "";
	}

	private static String services(Kit kit, SignInKind signIn) {
		Advice advice = new Advice(kit, UnaryOperator.identity());
		return kit.client()
			.services()
			.stream()
			.map((service) -> "    @{\n" + member("Name", service.name()) + member("Address", service.base())
					+ member("Question", service.question()) + member("Accept", service.accept())
					+ member("Scope", service.scope(signIn)) + member("Advice401", advice.unauthorized(service))
					+ member("Advice403", advice.forbidden(service)) + "    }")
			.collect(Collectors.joining("\n"));
	}

	private static String member(String name, String value) {
		return "        " + name + " = " + PowerShellText.literal(value) + "\n";
	}

}
