package health.admit.portal.directory;

import java.util.List;
import java.util.UUID;

/**
 * Applications for tests to register.
 */
final class Bodies {

	static final UUID FHIR = UUID.fromString("4f6778d8-5aef-43dc-a1ff-b073724b9495");

	private Bodies() {
	}

	static NewApplication confidential(String name) {
		return new NewApplication(name, "AzureADMyOrg", "Moves images", "Ask radiology", "CHG-1",
				new RedirectUris(List.of("https://bridge.example/callback"), List.of(), List.of()), false, List.of(),
				List.of(), List.of("admit"));
	}

	static NewApplication requiring(String name, RequiredApi api) {
		return new NewApplication(name, "AzureADMyOrg", null, null, null,
				new RedirectUris(List.of(), List.of("https://spa.example/"), List.of("http://localhost")), true,
				List.of(api), List.of(), List.of());
	}

}
