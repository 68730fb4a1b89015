package health.admit.portal.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import health.admit.portal.operation.OperationState;
import health.admit.portal.operation.PlannedStep;
import org.jspecify.annotations.Nullable;

/**
 * What a registration came to, read from its operation: no further call is needed.
 *
 * @param redirectUris those of the platform that the client uses, or of all
 * @param singlePage whether the first redirect URI is one of a single-page application
 * @param secretEnd when the secret ends; null when none was made
 * @param asksForScopes whether the client asks for anything that can be consented to
 * @param access the services with their addresses, audiences and roles
 * @param facts what the operation brought
 */
record RegisteredClient(String name, String appId, String objectId, String servicePrincipalId, Purpose purpose,
		ClientKind kind, boolean confidential, boolean publicClientFlows, CredentialChoice.Kind credential,
		List<String> redirectUris, boolean singlePage, @Nullable Instant secretEnd, @Nullable String certificate,
		boolean consentNow, boolean asksForScopes, AccessChoice access, Map<String, String> facts) {

	static RegisteredClient of(OperationState operation) {
		Map<String, String> parameters = parameters(operation);
		Map<String, String> facts = operation.facts();
		List<String> web = lines(parameters.get("web.redirectUris"));
		List<String> singlePage = lines(parameters.get("spa.redirectUris"));
		List<String> publicClient = lines(parameters.get("publicClient.redirectUris"));
		List<String> uris = new ArrayList<>(web);
		uris.addAll(singlePage);
		uris.addAll(publicClient);
		String end = facts.get("secretEnd");
		return new RegisteredClient(operation.plan().title(), facts.getOrDefault("appId", ""),
				facts.getOrDefault("applicationObjectId", ""), facts.getOrDefault("servicePrincipalObjectId", ""),
				Purpose.valueOf(parameters.getOrDefault("purpose", "OTHER")),
				ClientKind.valueOf(parameters.getOrDefault("clientKind", "SERVER")),
				Boolean.parseBoolean(parameters.get("confidential")),
				Boolean.parseBoolean(parameters.get("isFallbackPublicClient")),
				CredentialChoice.Kind.valueOf(parameters.getOrDefault("credential", "LATER")), List.copyOf(uris),
				web.isEmpty() && !singlePage.isEmpty(), (end != null) ? Instant.parse(end) : null,
				parameters.get("keyCredentials.key"), Boolean.parseBoolean(parameters.get("consentNow")),
				parameters.containsKey("requiredResourceAccess"), AccessJson.read(parameters.get("access")), facts);
	}

	/** What the new application was planned with. */
	static Map<String, String> parameters(OperationState operation) {
		return operation.plan()
			.steps()
			.stream()
			.filter((step) -> RegistrationPlanner.APPLICATION.equals(step.kind()))
			.findFirst()
			.map(PlannedStep::parameters)
			.orElseThrow(() -> new IllegalArgumentException("Not a registration: " + operation.id()));
	}

	private static List<String> lines(@Nullable String text) {
		return (text == null) ? List.of() : List.of(text.split("\n"));
	}

}
