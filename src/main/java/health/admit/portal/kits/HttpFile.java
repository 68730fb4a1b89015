package health.admit.portal.kits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import health.admit.portal.cloud.HealthApi;

/**
 * {@code fhir.http} and {@code dicom.http} for the REST Client of Visual Studio Code and
 * for httpYac, with the {@code .env} they read the secret from.
 */
final class HttpFile implements KitFormat {

	@Override
	public List<KitFile> files(Kit kit) {
		if (kit.client().services().isEmpty()) {
			return List.of();
		}
		List<KitFile> files = new ArrayList<>();
		boolean secret = kit.client().signIn() == SignInKind.APP_WITH_SECRET;
		kit.client().services().forEach((service) -> files.add(file(kit, service, secret)));
		files.add(new KitFile(".env", settings(kit, secret)));
		files.add(new KitFile(".httpyac.js", Sheet.plain("http/httpyac.js")));
		return files;
	}

	private static KitFile file(Kit kit, KitService service, boolean secret) {
		KitClient client = kit.client();
		String token = secret ? "getAADToken.response.body.access_token" : "$dotenv ACCESS_TOKEN";
		Map<String, String> values = new TreeMap<>(Map.of("name", JsonText.comment(client.displayName()), "app-id",
				client.appId().toString(), "token-url", DotenvText.address(client.cloud().tokenEndpoint().toString()),
				"address", address(service), "question", service.question(), "accept", service.accept(), "scope",
				scope(service, client.signIn()), "token", token));
		values.put("base", base(service.kind()));
		values.put("start", Sheet.filled(secret ? "http/start-secret.http" : "http/start-token.http", values).strip());
		values.put("sign-in", secret ? Sheet.filled("http/sign-in.http", values) + "\n" : "");
		String sheet = switch (service.kind()) {
			case FHIR -> "http/fhir.http";
			case DICOM -> "http/dicom.http";
		};
		return new KitFile(kit.fileName(service) + ".http", Sheet.filled(sheet, values));
	}

	private static String settings(Kit kit, boolean secret) {
		String credential = secret ? "CLIENT_SECRET=" + DotenvText.formValue(kit.secretText()) : "ACCESS_TOKEN=";
		return kit.client()
			.services()
			.stream()
			.filter(KitService::isUnnamed)
			.map((service) -> setting(service) + "=" + service.address())
			.distinct()
			.map((line) -> line + "\n")
			.collect(Collectors.joining("", credential + "\n", ""));
	}

	/**
	 * One that is not known yet is read from the settings, so that it is filled in once.
	 */
	private static String address(KitService service) {
		return service.isUnnamed()
				? service.base().replace(service.address().toString(), "{{$dotenv " + setting(service) + "}}")
				: DotenvText.address(service.base());
	}

	private static String scope(KitService service, SignInKind signIn) {
		String placeholder = service.address().toString();
		String scope = service.scope(signIn);
		return (service.isUnnamed() && scope.startsWith(placeholder))
				? scope.replace(placeholder, "{{$dotenv " + setting(service) + "}}") : DotenvText.formValue(scope);
	}

	private static String setting(KitService service) {
		return switch (service.kind()) {
			case FHIR -> "FHIR_URL";
			case DICOM -> "DICOM_URL";
		};
	}

	/** The names that Microsoft's own collections have. */
	private static String base(HealthApi kind) {
		return switch (kind) {
			case FHIR -> "fhirurl";
			case DICOM -> "baseUrl";
		};
	}

}
