package health.admit.portal.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.credentials.EnvelopeStatus;
import health.admit.portal.operation.OperationState;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts a finished registration into the words of the result page.
 */
@Component
class ResultViews {

	private final Cloud cloud;

	private final Texts texts;

	ResultViews(Cloud cloud, Texts texts) {
		this.cloud = cloud;
		this.texts = texts;
	}

	ResultView of(OperationState operation, EnvelopeStatus envelope) {
		RegisteredClient client = RegisteredClient.of(operation);
		boolean hasSecret = client.credential() == CredentialChoice.Kind.SECRET;
		CertificateFacts certificate = certificate(client.certificate());
		return new ResultView(client.name(), this.cloud.tenant().toString(), client.appId(), client.objectId(),
				client.servicePrincipalId(), this.texts.of(client.kind()), hasSecret ? envelope.phase() : null,
				hasSecret ? this.texts.get("registration.result.secret." + envelope.phase()) : "",
				envelope.readableUntil(), (certificate != null) ? certificate.end() : client.secretEnd(),
				(certificate != null) ? certificate.thumbprint() : null, services(client), missing(client, certificate),
				consent(client), "/registrations/" + operation.id() + "/result");
	}

	private List<ResultView.Service> services(RegisteredClient client) {
		List<ResultView.Service> services = new ArrayList<>();
		Arrays.stream(HealthApi.values())
			.filter(client.purpose().apis()::contains)
			.forEach((api) -> services.add(service(client, api, api.name())));
		if (services.isEmpty()) {
			services.add(service(client, null, "OTHER"));
		}
		return services;
	}

	private ResultView.Service service(RegisteredClient client, @Nullable HealthApi api, String key) {
		List<ResultView.Request> requests = TokenRequests.of(this.cloud, client, api)
			.stream()
			.map((request) -> new ResultView.Request(this.texts.get(request.title()), why(request), request.commands()))
			.toList();
		return new ResultView.Service(this.texts.get("registration.result.service." + key),
				this.texts.get("registration.result.scope." + key), requests);
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
		if (!client.purpose().apis().isEmpty()) {
			missing.add(this.texts.get(client.confidential() ? "registration.result.missing.role"
					: "registration.result.missing.role.people", client.servicePrincipalId()));
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
