package health.admit.portal.kits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Programs with the Azure identity libraries. They hold no secret: they read it from the
 * environment variable that the libraries themselves know.
 */
final class AzureIdentity implements KitFormat {

	private static final List<Language> LANGUAGES = List.of(
			new Language("java", "probe.java", ".java", JavaText::literal,
					"        works &= ask(credential, %s, %s, %s);", "\n            .disableInstanceDiscovery()"),
			new Language("csharp", "program.cs", ".cs", CSharpText::literal,
					"        works &= await AskAsync(credential, %s, %s, %s);", ", DisableInstanceDiscovery = true"),
			new Language("python", "probe.py", ".py", PythonText::literal, "    works &= ask(credential, %s, %s, %s)",
					", disable_instance_discovery=True"),
			new Language("javascript", "probe.mjs", ".mjs", JavaScriptText::literal,
					"works = await ask(credential, %s, %s, %s) && works;",
					"\n        disableInstanceDiscovery: true,"));

	@Override
	public List<KitFile> files(Kit kit) {
		List<KitFile> files = new ArrayList<>();
		// The libraries redeem a code with a secret only.
		if (kit.client().services().isEmpty() || kit.client().signIn() == SignInKind.WEB_WITH_CERTIFICATE) {
			return files;
		}
		if (kit.client().signIn() == SignInKind.SINGLE_PAGE) {
			files.add(page(kit.client()));
			return files;
		}
		LANGUAGES.forEach((language) -> files.add(program(kit.client(), language)));
		return files;
	}

	private static KitFile program(KitClient client, Language language) {
		Map<String, String> values = values(client, language);
		values.put("services",
				client.services()
					.stream()
					.map((service) -> language.call()
						.formatted(language.literal().apply(service.base() + service.question()),
								language.literal().apply(service.accept()),
								language.literal().apply(service.scope(client.signIn()))))
					.collect(Collectors.joining("\n")));
		values.put("type", type(client.signIn(), language));
		values.put("credential",
				Sheet
					.filled("azure-identity/" + language.folder() + "/" + part(client.signIn()) + language.ending(),
							values)
					.stripTrailing());
		String name = "azure-identity/" + language.folder() + "/" + language.file();
		return new KitFile(name, Sheet.filled(name, values));
	}

	private static KitFile page(KitClient client) {
		Language javaScript = LANGUAGES.get(LANGUAGES.size() - 1);
		Map<String, String> values = values(client, javaScript);
		values.put("discovery", client.cloud().isSandbox() ? "\n    disableInstanceDiscovery: true," : "");
		values.put("services",
				client.services()
					.stream()
					.map((service) -> "export const ask" + name(client, service) + " = () => ask("
							+ JavaScriptText.literal(service.base() + service.question()) + ",\n    "
							+ JavaScriptText.literal(service.accept()) + ", "
							+ JavaScriptText.literal(service.scope(client.signIn())) + ");")
					.collect(Collectors.joining("\n")));
		return new KitFile("azure-identity/javascript/page.mjs",
				Sheet.filled("azure-identity/javascript/page.mjs", values));
	}

	/** A name in code: the kind of service and its number. */
	private static String name(KitClient client, KitService service) {
		String kind = switch (service.kind()) {
			case FHIR -> "Fhir";
			case DICOM -> "Dicom";
		};
		return kind + (client.services().indexOf(service) + 1);
	}

	private static Map<String, String> values(KitClient client, Language language) {
		UnaryOperator<String> literal = language.literal();
		Map<String, String> values = new LinkedHashMap<>();
		values.put("name", literal.apply(client.displayName()));
		values.put("authority", literal.apply(client.cloud().login().toString()));
		values.put("tenant", literal.apply(client.cloud().tenant().toString()));
		values.put("app-id", literal.apply(client.appId().toString()));
		// The libraries ask Microsoft about authorities they do not know.
		values.put("discovery", client.cloud().isSandbox() ? language.noDiscovery() : "");
		if (client.signIn().withCode()) {
			values.put("redirect-uri", literal.apply(client.redirectUri()));
		}
		return values;
	}

	private static String part(SignInKind signIn) {
		return switch (signIn) {
			case APP_WITH_SECRET -> "secret";
			case APP_WITH_CERTIFICATE -> "certificate";
			case APP_WITH_FEDERATION -> "federation";
			case WEB_WITH_SECRET, WEB_WITH_CERTIFICATE -> "code";
			case SINGLE_PAGE, DESKTOP -> "browser";
			case DEVICE_CODE -> "device";
		};
	}

	private static String type(SignInKind signIn, Language language) {
		boolean java = language.folder().equals("java");
		String type = switch (signIn) {
			case APP_WITH_SECRET -> "ClientSecretCredential";
			case APP_WITH_CERTIFICATE ->
				language.folder().equals("python") ? "CertificateCredential" : "ClientCertificateCredential";
			case APP_WITH_FEDERATION -> "WorkloadIdentityCredential";
			case WEB_WITH_SECRET, WEB_WITH_CERTIFICATE -> "AuthorizationCodeCredential";
			case SINGLE_PAGE, DESKTOP -> "InteractiveBrowserCredential";
			case DEVICE_CODE -> "DeviceCodeCredential";
		};
		return java ? type + "Builder" : type;
	}

	/**
	 * What differs between the languages.
	 *
	 * @param call with gaps for address, media type and scope
	 */
	private record Language(String folder, String file, String ending, UnaryOperator<String> literal, String call,
			String noDiscovery) {
	}

}
