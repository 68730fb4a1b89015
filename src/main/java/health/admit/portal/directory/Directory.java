package health.admit.portal.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.signin.SignInRequired;
import health.admit.portal.signin.StepUpRequired;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Graph as one operator may use it. Reads return what is there or throw
 * {@link DirectoryUnavailable} or {@link DirectoryRefused}; they are repeated a few times
 * when Graph is busy. Writes are sent exactly once and return an {@link Answer}. Every
 * read names the properties it wants ({@code $select}).
 *
 * <p>
 * Each call asks for the least scopes that allow it. Where the operator has not granted
 * them, or the session has ended, {@link StepUpRequired} or {@link SignInRequired} is
 * thrown and nothing was sent.
 *
 * <p>
 * A write to the portal's own registration is not sent: its answer is a 403 with code
 * {@code OwnRegistration}. When it cannot be found out whether it is one, the write
 * throws what a read would, and nothing was sent.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/application">application
 * resource type</a>
 */
public interface Directory {

	/** Live applications with exactly this name (case-insensitive, as Graph compares). */
	List<ApplicationSummary> applicationsNamed(String displayName);

	/**
	 * Live applications by a word of their name or by one of their ids, in the order of
	 * their names, at most 50; with an empty text, the first 50 of the tenant.
	 */
	List<ApplicationSummary> searchApplications(String text);

	/** The application with this object id. */
	Optional<ApplicationRecord> application(UUID objectId);

	/** The application with this client id. */
	Optional<ApplicationRecord> applicationByAppId(UUID appId);

	/** The application with this {@code uniqueName}. */
	Optional<ApplicationRecord> applicationByUniqueName(String uniqueName);

	/**
	 * Up to 100 owners of an application. Their names are only there for operators with
	 * {@code Directory.Read.All}; without it they are empty, and flags are unknown.
	 */
	List<DirectoryPerson> owners(UUID applicationObjectId);

	/**
	 * People whose name, user name or mail address starts with the text, at most 20.
	 * Whether they are enabled is not known. Needs {@code User.ReadBasic.All}.
	 */
	List<DirectoryPerson> searchPeople(String text);

	/**
	 * Security groups whose name starts with the text, at most 20. Needs
	 * {@code GroupMember.Read.All}.
	 */
	List<DirectoryGroup> searchGroups(String text);

	/** The service principal of an application in this tenant. */
	Optional<ServicePrincipalRecord> servicePrincipal(UUID appId);

	/** The service principal with this object id. */
	Optional<ServicePrincipalRecord> servicePrincipalByObjectId(UUID objectId);

	/**
	 * An API with its scopes and app roles, if it has a service principal in this tenant.
	 */
	Optional<ResourceApi> resourceApi(UUID appId);

	/**
	 * APIs of this tenant by a part of their name, their app id or an identifier URI, at
	 * most 25.
	 */
	List<ServicePrincipalRecord> searchApis(String text);

	/**
	 * The tenant-wide delegated grant between two service principals. Needs what changing
	 * it needs, {@code DelegatedPermissionGrant.ReadWrite.All}.
	 */
	Optional<ConsentGrant> tenantWideGrant(UUID clientPrincipal, UUID resourcePrincipal);

	/** App roles granted to a client's service principal. */
	List<AppRoleGrant> appRoleGrants(UUID clientPrincipal);

	/**
	 * What the tenant's default app management policy says about credentials; a policy
	 * that may not be read is {@link CredentialPolicy#unknown()}. Never asks the operator
	 * to sign in for it.
	 */
	CredentialPolicy credentialPolicy();

	/** Display name of the tenant. */
	String tenantName();

	/**
	 * Creates the application with this {@code uniqueName} or brings it to this state.
	 * @return the application when it was created; empty when it was there (204, no body)
	 */
	Answer<Optional<ApplicationRecord>> upsertApplication(String uniqueName, NewApplication application,
			UUID clientRequestId);

	/**
	 * Makes the service principal of an application, or of another organisation's API.
	 */
	Answer<ServicePrincipalRecord> createServicePrincipal(UUID appId, UUID clientRequestId);

	/**
	 * Adds an owner; 400 "already exist" is the service's way to say it is one. Needs
	 * {@code Directory.Read.All} as well.
	 */
	Answer<Done> addOwner(UUID applicationObjectId, UUID person, UUID clientRequestId);

	/**
	 * Adds a client secret. Every success makes another secret, whose text is never
	 * available again.
	 * @param displayName shown beside the secret in Entra; carries the marker of the
	 * attempt
	 */
	Answer<IssuedSecret> addSecret(UUID applicationObjectId, String displayName, @Nullable Instant start, Instant end,
			UUID clientRequestId);

	/** Removes a client secret by its key id. */
	Answer<Done> removeSecret(UUID applicationObjectId, UUID keyId, UUID clientRequestId);

	/** Replaces the whole collection of certificates: send every one that is to stay. */
	Answer<Done> replaceCertificates(UUID applicationObjectId, List<CertificateKey> certificates, UUID clientRequestId);

	/**
	 * Certificates of an application with their key bytes, to be sent back by
	 * {@link #replaceCertificates}.
	 */
	List<CertificateKey> certificateKeys(UUID applicationObjectId);

	/** Makes a tenant-wide delegated grant. */
	Answer<ConsentGrant> createTenantWideGrant(UUID clientPrincipal, UUID resourcePrincipal, List<String> scopes,
			UUID clientRequestId);

	/** Replaces the scopes of a delegated grant. */
	Answer<Done> changeGrant(ConsentGrant grant, List<String> scopes, UUID clientRequestId);

	/** Grants an app role of the resource to the client. */
	Answer<AppRoleGrant> grantAppRole(UUID clientPrincipal, UUID resourcePrincipal, UUID appRole, UUID clientRequestId);

	/** Adds a federated identity credential. */
	Answer<Done> addFederatedCredential(UUID applicationObjectId, FederatedCredential credential, UUID clientRequestId);

	/** Federated identity credentials of an application. */
	List<FederatedCredential> federatedCredentials(UUID applicationObjectId);

	/** Removes a federated identity credential by its name. */
	Answer<Done> removeFederatedCredential(UUID applicationObjectId, String name, UUID clientRequestId);

	/** Takes back a delegated grant with all its scopes. */
	Answer<Done> removeGrant(ConsentGrant grant, UUID clientRequestId);

	/** Takes an app role back from a client. */
	Answer<Done> removeAppRole(AppRoleGrant grant, UUID clientRequestId);

	/**
	 * Deletes a service principal, and with it what was granted to it. It can be restored
	 * for 30 days.
	 */
	Answer<Done> deleteServicePrincipal(UUID objectId, UUID clientRequestId);

	/**
	 * Deletes an application with its credentials. It can be restored for 30 days, and
	 * keeps its {@code uniqueName} as long.
	 */
	Answer<Done> deleteApplication(UUID objectId, UUID clientRequestId);

}
