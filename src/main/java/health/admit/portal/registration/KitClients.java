package health.admit.portal.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.access.Grantee;
import health.admit.portal.azure.NewAssignment;
import health.admit.portal.azure.PrincipalType;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.credentials.CredentialSteps;
import health.admit.portal.kits.KitCertificate;
import health.admit.portal.kits.KitClient;
import health.admit.portal.kits.KitFederation;
import health.admit.portal.kits.KitPermission;
import health.admit.portal.kits.KitRemarks;
import health.admit.portal.kits.KitRole;
import health.admit.portal.kits.KitSecret;
import health.admit.portal.kits.KitService;
import health.admit.portal.kits.RoleHolder;
import health.admit.portal.kits.SignInKind;
import health.admit.portal.operation.OperationState;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.permissions.WellKnownScopes;
import org.jspecify.annotations.Nullable;

/**
 * Describes a finished registration to the maker of client kits. Pure.
 */
final class KitClients {

	private KitClients() {
	}

	/**
	 * What a kit is made from; empty where nothing could get a token for the client. A
	 * service that was not chosen yet is one without an address.
	 */
	static Optional<KitClient> of(Cloud cloud, OperationState operation) {
		RegisteredClient client = RegisteredClient.of(operation);
		KitCertificate certificate = certificate(client);
		SignInKind signIn = signIn(client, certificate);
		List<KitService> services = services(client);
		if (signIn == null || client.appId().isEmpty()) {
			return Optional.empty();
		}
		Map<String, String> parameters = RegisteredClient.parameters(operation);
		return Optional.of(new KitClient(cloud, client.name(),
				new KitRemarks(parameters.get("description"), parameters.get("notes"),
						parameters.get("serviceManagementReference")),
				UUID.fromString(client.appId()), UUID.fromString(client.objectId()), principal(client),
				"admit-" + operation.id(), parameters.getOrDefault("signInAudience", "AzureADMyOrg"), signIn,
				client.publicClientFlows(), client.redirectUris(), secret(client, operation), certificate,
				federations(operation), services, permissions(operation, parameters.get("requiredResourceAccess"))));
	}

	/** None where Entra takes no signature of its key. */
	private static @Nullable KitCertificate certificate(RegisteredClient client) {
		String der = client.certificate();
		return (der != null) ? KitCertificate.read(Base64.getDecoder().decode(der)).orElse(null) : null;
	}

	private static @Nullable SignInKind signIn(RegisteredClient client, @Nullable KitCertificate certificate) {
		if (client.confidential()) {
			boolean web = !client.redirectUris().isEmpty();
			return switch (client.credential()) {
				case CERTIFICATE -> (certificate != null) ? withCertificate(web) : null;
				case SECRET, LATER -> web ? SignInKind.WEB_WITH_SECRET : SignInKind.APP_WITH_SECRET;
				case FEDERATED -> SignInKind.APP_WITH_FEDERATION;
			};
		}
		if (client.singlePage()) {
			return SignInKind.SINGLE_PAGE;
		}
		if (!client.redirectUris().isEmpty()) {
			return SignInKind.DESKTOP;
		}
		return client.publicClientFlows() ? SignInKind.DEVICE_CODE : null;
	}

	private static SignInKind withCertificate(boolean web) {
		return web ? SignInKind.WEB_WITH_CERTIFICATE : SignInKind.APP_WITH_CERTIFICATE;
	}

	private static @Nullable UUID principal(RegisteredClient client) {
		return client.servicePrincipalId().isEmpty() ? null : UUID.fromString(client.servicePrincipalId());
	}

	private static @Nullable KitSecret secret(RegisteredClient client, OperationState operation) {
		if (client.credential() != CredentialChoice.Kind.SECRET) {
			return null;
		}
		String description = operation.plan()
			.steps()
			.stream()
			.map((step) -> step.parameters().get("label"))
			.filter(Objects::nonNull)
			.reduce("", (before, last) -> last);
		return new KitSecret(description, client.secretEnd());
	}

	private static List<KitFederation> federations(OperationState operation) {
		return CredentialSteps.federations(operation.plan())
			.stream()
			.map((federation) -> new KitFederation(federation.name(), federation.issuer(), federation.subject(),
					federation.audience(), federation.description()))
			.toList();
	}

	/** Those that were chosen, and one without an address of each kind that was not. */
	private static List<KitService> services(RegisteredClient client) {
		List<KitService> services = new ArrayList<>();
		client.access().services().forEach((service) -> services.add(service(client, service)));
		Arrays.stream(HealthApi.values())
			.filter(client.purpose().apis()::contains)
			.filter((api) -> services.stream().noneMatch((service) -> service.kind() == api))
			.forEach((api) -> services.add(KitService.unnamed(api)));
		return services;
	}

	private static KitService service(RegisteredClient client, AccessChoice.Service service) {
		URI address = service.url().isEmpty() ? KitService.placeholder(service.api()) : URI.create(service.url());
		return new KitService(service.api(), service.name(), address, service.audience(), service.api().usualScope(),
				service.id(), role(client, service));
	}

	/** The client's own role where it has one, otherwise that of the first person. */
	private static @Nullable KitRole role(RegisteredClient client, AccessChoice.Service service) {
		return client.access()
			.grantees(client.name())
			.stream()
			.findFirst()
			.flatMap((grantee) -> Optional
				.ofNullable((grantee.objectId() != null) ? grantee.objectId() : principal(client))
				.map((holder) -> new KitRole(service.roleName(), service.role(), holder(grantee), holder,
						assignment(service, grantee.type(), holder))))
			.orElse(null);
	}

	private static RoleHolder holder(Grantee grantee) {
		return switch (grantee.type()) {
			case SERVICE_PRINCIPAL -> RoleHolder.CLIENT;
			case USER -> RoleHolder.PERSON;
			case GROUP -> RoleHolder.GROUP;
		};
	}

	private static @Nullable String assignment(AccessChoice.Service service, PrincipalType type, UUID holder) {
		return Optional.ofNullable(service.assign() ? service.id() : null)
			.flatMap(ResourceId::parse)
			.map((scope) -> new NewAssignment(scope, holder, type, service.role()).id().toString())
			.orElse(null);
	}

	private static List<KitPermission> permissions(OperationState operation, @Nullable String required) {
		Set<String> consented = consented(operation);
		List<KitPermission> permissions = new ArrayList<>();
		for (String line : (required != null) ? required.split("\n") : new String[0]) {
			String[] part = line.split(" ");
			UUID api = UUID.fromString(part[0]);
			UUID id = UUID.fromString(part[2]);
			boolean scope = "Scope".equals(part[1]);
			String value = scope ? known(api, id) : roleValue(operation, id);
			permissions.add(new KitPermission(api, id, (value != null) ? value : id.toString(),
					scope ? KitPermission.Type.SCOPE : KitPermission.Type.ROLE,
					value != null && consented.contains(api + " " + value)));
		}
		return permissions;
	}

	/** App id and value of everything the operation consented to. */
	private static Set<String> consented(OperationState operation) {
		Set<String> consented = new HashSet<>();
		for (PlannedStep step : operation.plan().steps()) {
			String api = step.parameters().get("resourceAppId");
			Arrays.stream(step.parameters().getOrDefault("scopes", "").split(" "))
				.forEach((scope) -> consented.add(api + " " + scope));
			consented.add(api + " " + step.parameters().get("value"));
		}
		return consented;
	}

	private static @Nullable String known(UUID api, UUID id) {
		return Arrays.stream(HealthApi.values())
			.filter((health) -> health.appId().equals(api) && WellKnownScopes.of(health).id().equals(id))
			.map(HealthApi::usualScope)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String roleValue(OperationState operation, UUID role) {
		return operation.plan()
			.steps()
			.stream()
			.filter((step) -> role.toString().equals(step.parameters().get("appRole")))
			.map((step) -> step.parameters().get("value"))
			.findFirst()
			.orElse(null);
	}

}
