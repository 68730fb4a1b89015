package health.admit.portal.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.microsoft.graph.applications.item.ApplicationItemRequestBuilder;
import com.microsoft.graph.models.Application;
import com.microsoft.graph.models.FederatedIdentityCredential;
import com.microsoft.graph.models.ReferenceCreate;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import health.admit.portal.cloud.Answer;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.signin.DelegatedScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes below {@code /applications}.
 */
final class ApplicationWrites {

	private static final Set<DelegatedScope> SCOPES = Set.of(DelegatedScope.APPLICATION_WRITE);

	private final GraphServiceClient graph;

	private final Writes writes;

	private final Cloud cloud;

	ApplicationWrites(GraphServiceClient graph, Writes writes, Cloud cloud) {
		this.graph = graph;
		this.writes = writes;
		this.cloud = cloud;
	}

	Answer<Optional<ApplicationRecord>> upsert(String uniqueName, NewApplication application, UUID clientRequestId) {
		String key = ODataText.uniqueName(uniqueName);
		return this.writes.send("application.upsert", SCOPES, clientRequestId, (call) -> {
			@Nullable Application created = this.graph.applicationsWithUniqueName(key)
				.patch(NewApplicationMapper.body(application), (request) -> {
					call.on(request);
					request.headers.add("Prefer", "create-if-missing");
				});
			if (created == null) {
				call.requireNoContent();
			}
			return Optional.ofNullable(created).map(ApplicationMapper::record);
		});
	}

	Answer<Done> addOwner(UUID objectId, UUID person, UUID clientRequestId) {
		Set<DelegatedScope> scopes = Set.of(DelegatedScope.APPLICATION_WRITE, DelegatedScope.DIRECTORY_READ);
		return this.writes.send("application.add-owner", scopes, clientRequestId, (call) -> {
			ReferenceCreate body = new ReferenceCreate();
			body.setOdataId(this.cloud.graph().resolve("/v1.0/directoryObjects/" + person).toString());
			application(objectId).owners().ref().post(body, call::on);
			return done(call);
		});
	}

	Answer<IssuedSecret> addSecret(UUID objectId, String displayName, @Nullable Instant start, Instant end,
			UUID clientRequestId) {
		return this.writes.send("application.add-secret", SCOPES, clientRequestId,
				(call) -> CredentialMapper.issued(application(objectId).addPassword()
					.post(CredentialMapper.addPassword(displayName, start, end), call::on)));
	}

	Answer<Done> removeSecret(UUID objectId, UUID keyId, UUID clientRequestId) {
		return this.writes.send("application.remove-secret", SCOPES, clientRequestId, (call) -> {
			application(objectId).removePassword().post(CredentialMapper.removePassword(keyId), call::on);
			return done(call);
		});
	}

	Answer<Done> replaceCertificates(UUID objectId, List<CertificateKey> certificates, UUID clientRequestId) {
		return this.writes.send("application.replace-certificates", SCOPES, clientRequestId, (call) -> {
			application(objectId).patch(NewApplicationMapper.certificates(certificates), call::on);
			return done(call);
		});
	}

	Answer<Done> addFederatedCredential(UUID objectId, FederatedCredential credential, UUID clientRequestId) {
		return this.writes.send("application.add-federated-credential", SCOPES, clientRequestId, (call) -> {
			FederatedIdentityCredential created = MalformedAnswer
				.require(application(objectId).federatedIdentityCredentials()
					.post(CredentialMapper.federated(credential), call::on), "body");
			MalformedAnswer.require(created.getId(), "id");
			return new Done();
		});
	}

	Answer<Done> removeFederatedCredential(UUID objectId, String name, UUID clientRequestId) {
		String key = ODataText.credentialName(name);
		return this.writes.send("application.remove-federated-credential", SCOPES, clientRequestId, (call) -> {
			application(objectId).federatedIdentityCredentialsWithName(key).delete(call::on);
			return done(call);
		});
	}

	Answer<Done> delete(UUID objectId, UUID clientRequestId) {
		return this.writes.send("application.delete", SCOPES, clientRequestId, (call) -> {
			application(objectId).delete(call::on);
			return done(call);
		});
	}

	private static Done done(GraphCall call) {
		call.requireNoContent();
		return new Done();
	}

	private ApplicationItemRequestBuilder application(UUID objectId) {
		return this.graph.applications().byApplicationId(objectId.toString());
	}

}
