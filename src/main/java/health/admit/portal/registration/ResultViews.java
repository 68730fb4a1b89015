package health.admit.portal.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.credentials.EnvelopeStatus;
import health.admit.portal.kits.KitClient;
import health.admit.portal.operation.OperationState;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Puts a finished registration into the words of the result page.
 */
@Component
class ResultViews {

	private final Cloud cloud;

	private final Texts texts;

	private final RoleViews roles;

	ResultViews(Cloud cloud, Texts texts, RoleViews roles) {
		this.cloud = cloud;
		this.texts = texts;
		this.roles = roles;
	}

	ResultView of(OperationState operation, EnvelopeStatus envelope) {
		RegisteredClient client = RegisteredClient.of(operation);
		boolean hasSecret = client.credential() == CredentialChoice.Kind.SECRET;
		CertificateFacts certificate = certificate(client.certificate());
		Optional<KitClient> kit = KitClients.of(this.cloud, operation);
		return new ResultView(client.name(), this.cloud.tenant().toString(), client.appId(), client.objectId(),
				client.servicePrincipalId(),
				this.texts.get("registration.result.servicePrincipalId.use." + Grantees.of(client)),
				this.texts.of(client.kind()), hasSecret ? envelope.phase() : null,
				hasSecret ? this.texts.get("registration.result.secret." + envelope.phase()) : "",
				envelope.readableUntil(), (certificate != null) ? certificate.end() : client.secretEnd(),
				(certificate != null) ? certificate.thumbprint() : null, services(client), missing(client, certificate),
				consent(client), kit.isPresent() ? "/registrations/" + operation.id() + "/kit" : null,
				kit.map(this::kitNote).orElse(null), "/registrations/" + operation.id() + "/result", test(client));
	}

	private @Nullable String kitNote(KitClient kit) {
		if (kit.services().isEmpty()) {
			return this.texts.get("registration.kit.codeOnly");
		}
		return kit.hasUnnamedService() ? this.texts.get("registration.kit.unnamed") : null;
	}

	private ResultView.@Nullable Test test(RegisteredClient client) {
		if (client.purpose().apis().isEmpty() || client.credential() == CredentialChoice.Kind.FEDERATED) {
			return null;
		}
		String redirectUri = client.redirectUris().stream().findFirst().orElse("");
		String address = client.access()
			.services()
			.stream()
			.map(AccessChoice.Service::url)
			.filter((url) -> !url.isEmpty())
			.findFirst()
			.orElse("");
		return new ResultView.Test(way(client, redirectUri), redirectUri, address, roleGiven(client));
	}

	/** Where to test the client; null for a client that cannot be tested from here. */
	@Nullable String testPath(OperationState operation) {
		RegisteredClient client = RegisteredClient.of(operation);
		ResultView.Test test = test(client);
		return (test != null) ? UriComponentsBuilder.fromPath("/connection")
			.queryParam("clientId", client.appId())
			.queryParam("way", test.way())
			.queryParam("address", "{address}")
			.queryParam("redirectUri", "{redirectUri}")
			.encode()
			.buildAndExpand(test.address(), test.redirectUri())
			.toUriString() : null;
	}

	private String roleGiven(RegisteredClient client) {
		return this.roles.of(client)
			.stream()
			.map(ResultView.Role::assignedAt)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.map(Instant::toString)
			.orElse("");
	}

	/** The names that the connection test knows the ways to sign in by. */
	private static String way(RegisteredClient client, String redirectUri) {
		return switch (client.credential()) {
			case SECRET -> redirectUri.isEmpty() ? "SECRET" : "WEB";
			case CERTIFICATE -> redirectUri.isEmpty() ? "CERTIFICATE" : "WEB";
			default -> {
				if (client.singlePage()) {
					yield "SINGLE_PAGE";
				}
				if (client.confidential()) {
					yield redirectUri.isEmpty() ? "SECRET" : "WEB";
				}
				yield client.publicClientFlows() ? "DEVICE" : "INSTALLED";
			}
		};
	}

	/**
	 * The roles on services, and where each stands.
	 */
	List<ResultView.Role> roles(OperationState operation) {
		return this.roles.of(RegisteredClient.of(operation));
	}

	private List<ResultView.Service> services(RegisteredClient client) {
		List<ResultView.Service> services = new ArrayList<>();
		Arrays.stream(HealthApi.values())
			.filter(client.purpose().apis()::contains)
			.forEach((api) -> services.addAll(services(client, api)));
		if (services.isEmpty()) {
			services.add(service(client, null, "OTHER"));
		}
		return services;
	}

	private List<ResultView.Service> services(RegisteredClient client, HealthApi api) {
		List<ResultView.Service> chosen = client.access()
			.services()
			.stream()
			.filter((service) -> service.api() == api)
			.map((service) -> service(client, service))
			.toList();
		return chosen.isEmpty() ? List.of(service(client, api, api.name())) : chosen;
	}

	private ResultView.Service service(RegisteredClient client, AccessChoice.Service service) {
		return new ResultView.Service(
				this.texts.get("registration.result.service.known." + service.api(), service.name()),
				this.texts.get("registration.result.scope.known"), service.url(), service.audience(),
				requests(TokenRequests.of(this.cloud, client, service)));
	}

	private ResultView.Service service(RegisteredClient client, @Nullable HealthApi api, String key) {
		return new ResultView.Service(this.texts.get("registration.result.service." + key),
				this.texts.get("registration.result.scope." + key), null, null,
				requests(TokenRequests.of(this.cloud, client, api)));
	}

	private List<ResultView.Request> requests(List<TokenRequest> requests) {
		return requests.stream()
			.map((request) -> new ResultView.Request(this.texts.get(request.title()), why(request), request.commands()))
			.toList();
	}

	private String why(TokenRequest request) {
		String why = this.texts.get(request.why());
		ClientProof proof = request.proof();
		return (proof != null) ? why + " " + this.texts.get(proof.text(), proof.file()) : why;
	}

	private List<String> missing(RegisteredClient client, @Nullable CertificateFacts certificate) {
		List<String> missing = new ArrayList<>();
		if (client.confidential() && client.credential() == CredentialChoice.Kind.LATER) {
			missing.add(this.texts.get("registration.result.missing.credential"));
		}
		if (certificate != null && !certificate.signsForEntra()) {
			missing.add(this.texts.get("registration.result.missing.elliptic"));
		}
		if (!client.purpose().apis().isEmpty() && client.access().grantees(client.name()).isEmpty()) {
			missing.add(this.texts.get("registration.result.missing.role." + Grantees.of(client),
					client.servicePrincipalId()));
		}
		else if (this.roles.of(client).stream().anyMatch((role) -> role.command() != null)) {
			missing.add(this.texts.get("registration.result.missing.role.byOthers"));
		}
		if (consent(client) != null) {
			missing.add(this.texts.get("registration.result.missing.consent"));
		}
		return missing;
	}

	private @Nullable String consent(RegisteredClient client) {
		boolean left = client.asksForScopes() && !client.consentNow() && !client.appId().isEmpty();
		return left ? this.cloud.adminConsent(UUID.fromString(client.appId())).toString() : null;
	}

	private static @Nullable CertificateFacts certificate(@Nullable String der) {
		return (der != null) ? CertificateFacts.of(Base64.getDecoder().decode(der)) : null;
	}

	/**
	 * What a certificate says about itself.
	 */
	record CertificateFacts(String thumbprint, @Nullable Instant end, boolean signsForEntra) {

		static CertificateFacts of(byte[] der) {
			return new CertificateFacts(Thumbprints.sha1(der), Thumbprints.end(der), Thumbprints.signsForEntra(der));
		}

	}

}
