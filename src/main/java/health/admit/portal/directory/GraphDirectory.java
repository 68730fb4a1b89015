package health.admit.portal.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The directory behind the SDK.
 */
final class GraphDirectory implements Directory {

	private final ApplicationReads applications;

	private final PrincipalReads principals;

	private final TenantReads tenant;

	private final ApplicationWrites applicationWrites;

	private final PrincipalWrites principalWrites;

	private final OwnRegistrationGuard unlessOwn;

	GraphDirectory(ApplicationReads applications, PrincipalReads principals, TenantReads tenant,
			ApplicationWrites applicationWrites, PrincipalWrites principalWrites, OwnRegistrationGuard unlessOwn) {
		this.applications = applications;
		this.principals = principals;
		this.tenant = tenant;
		this.applicationWrites = applicationWrites;
		this.principalWrites = principalWrites;
		this.unlessOwn = unlessOwn;
	}

	@Override
	public List<ApplicationSummary> applicationsNamed(String displayName) {
		return this.applications.named(displayName);
	}

	@Override
	public List<ApplicationSummary> searchApplications(String text) {
		return this.applications.search(text);
	}

	@Override
	public Optional<ApplicationRecord> application(UUID objectId) {
		return this.applications.byObjectId(objectId);
	}

	@Override
	public Optional<ApplicationRecord> applicationByAppId(UUID appId) {
		return this.applications.byAppId(appId);
	}

	@Override
	public Optional<ApplicationRecord> applicationByUniqueName(String uniqueName) {
		return this.applications.byUniqueName(uniqueName);
	}

	@Override
	public List<DirectoryPerson> owners(UUID applicationObjectId) {
		return this.applications.owners(applicationObjectId);
	}

	@Override
	public List<DirectoryPerson> searchPeople(String text) {
		return this.tenant.searchPeople(text);
	}

	@Override
	public List<DirectoryGroup> searchGroups(String text) {
		return this.tenant.searchGroups(text);
	}

	@Override
	public Optional<ServicePrincipalRecord> servicePrincipal(UUID appId) {
		return this.principals.byAppId(appId);
	}

	@Override
	public Optional<ServicePrincipalRecord> servicePrincipalByObjectId(UUID objectId) {
		return this.principals.byObjectId(objectId);
	}

	@Override
	public Optional<ResourceApi> resourceApi(UUID appId) {
		return this.principals.api(appId);
	}

	@Override
	public List<ServicePrincipalRecord> searchApis(String text) {
		return this.principals.search(text);
	}

	@Override
	public Optional<ConsentGrant> tenantWideGrant(UUID clientPrincipal, UUID resourcePrincipal) {
		return this.principals.tenantWideGrant(clientPrincipal, resourcePrincipal);
	}

	@Override
	public List<AppRoleGrant> appRoleGrants(UUID clientPrincipal) {
		return this.principals.appRoleGrants(clientPrincipal);
	}

	@Override
	public CredentialPolicy credentialPolicy() {
		return this.tenant.credentialPolicy();
	}

	@Override
	public String tenantName() {
		return this.tenant.name();
	}

	@Override
	public List<CertificateKey> certificateKeys(UUID applicationObjectId) {
		return this.applications.certificateKeys(applicationObjectId);
	}

	@Override
	public List<FederatedCredential> federatedCredentials(UUID applicationObjectId) {
		return this.applications.federatedCredentials(applicationObjectId);
	}

	@Override
	public Answer<Optional<ApplicationRecord>> upsertApplication(String uniqueName, NewApplication application,
			UUID clientRequestId) {
		return this.unlessOwn.uniqueName(uniqueName, clientRequestId,
				() -> this.applicationWrites.upsert(uniqueName, application, clientRequestId));
	}

	@Override
	public Answer<ServicePrincipalRecord> createServicePrincipal(UUID appId, UUID clientRequestId) {
		return this.unlessOwn.appId(appId, clientRequestId, () -> this.principalWrites.create(appId, clientRequestId));
	}

	@Override
	public Answer<Done> addOwner(UUID applicationObjectId, UUID person, UUID clientRequestId) {
		return this.unlessOwn.application(applicationObjectId, clientRequestId,
				() -> this.applicationWrites.addOwner(applicationObjectId, person, clientRequestId));
	}

	@Override
	public Answer<IssuedSecret> addSecret(UUID applicationObjectId, String displayName, @Nullable Instant start,
			Instant end, UUID clientRequestId) {
		return this.unlessOwn.application(applicationObjectId, clientRequestId,
				() -> this.applicationWrites.addSecret(applicationObjectId, displayName, start, end, clientRequestId));
	}

	@Override
	public Answer<Done> removeSecret(UUID applicationObjectId, UUID keyId, UUID clientRequestId) {
		return this.unlessOwn.application(applicationObjectId, clientRequestId,
				() -> this.applicationWrites.removeSecret(applicationObjectId, keyId, clientRequestId));
	}

	@Override
	public Answer<Done> replaceCertificates(UUID applicationObjectId, List<CertificateKey> certificates,
			UUID clientRequestId) {
		return this.unlessOwn.application(applicationObjectId, clientRequestId,
				() -> this.applicationWrites.replaceCertificates(applicationObjectId, certificates, clientRequestId));
	}

	@Override
	public Answer<Done> addFederatedCredential(UUID applicationObjectId, FederatedCredential credential,
			UUID clientRequestId) {
		return this.unlessOwn.application(applicationObjectId, clientRequestId,
				() -> this.applicationWrites.addFederatedCredential(applicationObjectId, credential, clientRequestId));
	}

	@Override
	public Answer<ConsentGrant> createTenantWideGrant(UUID clientPrincipal, UUID resourcePrincipal, List<String> scopes,
			UUID clientRequestId) {
		return this.unlessOwn.grant(clientPrincipal, resourcePrincipal, clientRequestId, () -> this.principalWrites
			.createTenantWideGrant(clientPrincipal, resourcePrincipal, scopes, clientRequestId));
	}

	@Override
	public Answer<Done> changeGrant(ConsentGrant grant, List<String> scopes, UUID clientRequestId) {
		return this.unlessOwn.grant(grant.clientPrincipal(), grant.resourcePrincipal(), clientRequestId,
				() -> this.principalWrites.changeGrant(grant.id(), scopes, clientRequestId));
	}

	@Override
	public Answer<AppRoleGrant> grantAppRole(UUID clientPrincipal, UUID resourcePrincipal, UUID appRole,
			UUID clientRequestId) {
		return this.unlessOwn.grant(clientPrincipal, resourcePrincipal, clientRequestId,
				() -> this.principalWrites.grantAppRole(clientPrincipal, resourcePrincipal, appRole, clientRequestId));
	}

	@Override
	public Answer<Done> removeFederatedCredential(UUID applicationObjectId, String name, UUID clientRequestId) {
		return this.unlessOwn.application(applicationObjectId, clientRequestId,
				() -> this.applicationWrites.removeFederatedCredential(applicationObjectId, name, clientRequestId));
	}

	@Override
	public Answer<Done> removeGrant(ConsentGrant grant, UUID clientRequestId) {
		return this.unlessOwn.grant(grant.clientPrincipal(), grant.resourcePrincipal(), clientRequestId,
				() -> this.principalWrites.removeGrant(grant.id(), clientRequestId));
	}

	@Override
	public Answer<Done> removeAppRole(AppRoleGrant grant, UUID clientRequestId) {
		return this.unlessOwn.grant(grant.clientPrincipal(), grant.resourcePrincipal(), clientRequestId,
				() -> this.principalWrites.removeAppRole(grant, clientRequestId));
	}

	@Override
	public Answer<Done> deleteServicePrincipal(UUID objectId, UUID clientRequestId) {
		return this.unlessOwn.principal(objectId, clientRequestId,
				() -> this.principalWrites.delete(objectId, clientRequestId));
	}

	@Override
	public Answer<Done> deleteApplication(UUID objectId, UUID clientRequestId) {
		return this.unlessOwn.application(objectId, clientRequestId,
				() -> this.applicationWrites.delete(objectId, clientRequestId));
	}

}
