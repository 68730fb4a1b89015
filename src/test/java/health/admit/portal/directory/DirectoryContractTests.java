package health.admit.portal.directory;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import health.admit.portal.cloud.Answer;
import health.admit.portal.cloud.Backoff;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.OwnRegistration;
import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.sandbox.tenant.Ids;
import health.admit.support.GraphSlice;
import health.admit.support.RecordingProxy;
import health.admit.support.SandboxServer;
import health.admit.support.TestCertificate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The gateway against the sandbox, which checks scopes and roles on every call: each call
 * carries a token with the scopes the gateway asked for, and no other.
 */
class DirectoryContractTests {

	private static final UUID GRAPH = UUID.fromString("00000003-0000-0000-c000-000000000000");

	/** The sandbox seeds the portal's own registration under this client id. */
	private static final UUID PORTAL = UUID.fromString("0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4");

	private static SandboxServer sandbox;

	private static RecordingProxy proxy;

	private static Directories directories;

	private final Directory registrar = as("Priya");

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		proxy = new RecordingProxy(sandbox.baseUrl());
		URI origin = proxy.origin();
		Cloud cloud = new Cloud(CloudName.SANDBOX, UUID.randomUUID(), origin, origin, origin, origin);
		DirectoryProperties properties = new DirectoryProperties(Duration.ofSeconds(5), Duration.ofSeconds(30),
				Duration.ofSeconds(30), Duration.ofSeconds(30), 3, Duration.ZERO, Duration.ZERO, Duration.ZERO);
		directories = new GraphDirectories(GraphClients.of(cloud, properties, new SimpleMeterRegistry()), cloud,
				new ExactTokens(new SandboxTokens(sandbox)),
				new Backoff(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, () -> 0), (time) -> {
				}, Clock.systemUTC(), new OwnObjects(new OwnRegistration(PORTAL)));
	}

	@AfterAll
	static void everyExchangeWasAsPublished() {
		sandbox.close();
		proxy.close();
		assertThat(proxy.exchanges()).filteredOn((exchange) -> exchange.method().equals("GET"))
			.allSatisfy((exchange) -> assertThat(exchange.address().getQuery()).contains("$select="));
		Optional<GraphSlice> slice = GraphSlice.find();
		assumeTrue(slice.isPresent(), "The description of Graph is not at hand: nothing was checked against it");
		assertThat(proxy.exchanges()).allSatisfy((exchange) -> assertThat(slice.get()
			.faults(exchange.method(), exchange.address(), exchange.body(), exchange.status(), exchange.answer()))
			.as(exchange.toString())
			.isEmpty());
	}

	@Test
	void anApplicationIsMadeOnceAndFoundByEachKey() {
		ApplicationRecord created = create("contract-once", "O'Brien & sons (naïve) 100%");
		assertThat(created.displayName()).isEqualTo("O'Brien & sons (naïve) 100%");
		assertThat(created.uniqueName()).isEqualTo("contract-once");
		assertThat(created.createdAt()).isEqualTo(created.createdAt().truncatedTo(ChronoUnit.SECONDS));
		assertThat(created.redirectUris().web()).containsExactly("https://bridge.example/callback");
		assertThat(success(this.registrar.upsertApplication("contract-once",
				Bodies.confidential("O'Brien & sons (naïve) 100%"), UUID.randomUUID())))
			.isEmpty();
		assertThat(this.registrar.applicationByUniqueName("contract-once")).contains(created);
		assertThat(this.registrar.application(created.objectId())).contains(created);
		assertThat(this.registrar.applicationByAppId(created.appId())).contains(created);
		assertThat(this.registrar.application(UUID.randomUUID())).isEmpty();
		assertThat(this.registrar.applicationByUniqueName("contract-never")).isEmpty();
		assertThat(this.registrar.applicationsNamed("O'Brien & sons (naïve) 100%")).singleElement()
			.isEqualTo(new ApplicationSummary(created.objectId(), created.appId(), created.displayName(),
					created.createdAt()));
		assertThat(this.registrar.applicationsNamed("O'Brien")).isEmpty();
		assertThat(this.registrar.searchApplications("Brien")).extracting(ApplicationSummary::appId)
			.contains(created.appId());
		assertThat(this.registrar.searchApplications(created.appId().toString())).hasSize(1);
		assertThat(this.registrar.searchApplications(created.objectId().toString())).hasSize(1);
		assertThat(this.registrar.searchApplications("")).isNotEmpty()
			.hasSizeLessThanOrEqualTo(50)
			.extracting(ApplicationSummary::displayName)
			.isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
	}

	@Test
	void whatItAsksForComesBack() {
		ResourceApi fhir = this.registrar.resourceApi(HealthApi.FHIR.appId()).orElseThrow();
		RequiredApi required = new RequiredApi(fhir.appId(), List.of(fhir.scopes().get(0).id()), List.of());
		ApplicationRecord created = success(this.registrar.upsertApplication("contract-asks",
				Bodies.requiring("Asking", required), UUID.randomUUID()))
			.orElseThrow();
		assertThat(created.requiredApis()).containsExactly(required);
		assertThat(created.fallbackPublicClient()).isTrue();
		assertThat(created.redirectUris())
			.isEqualTo(new RedirectUris(List.of(), List.of("https://spa.example/"), List.of("http://localhost")));
	}

	@Test
	void aServicePrincipalIsMadeOnce() {
		ApplicationRecord application = create("contract-principal", "With principal");
		assertThat(this.registrar.servicePrincipal(application.appId())).isEmpty();
		ServicePrincipalRecord principal = success(
				this.registrar.createServicePrincipal(application.appId(), UUID.randomUUID()));
		assertThat(this.registrar.servicePrincipal(application.appId())).contains(principal);
		assertThat(this.registrar.servicePrincipalByObjectId(principal.objectId())).contains(principal);
		assertThat(this.registrar.servicePrincipalByObjectId(application.objectId())).isEmpty();
		Answer.Failure<?> again = failure(
				this.registrar.createServicePrincipal(application.appId(), UUID.randomUUID()));
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.code()).isEqualTo("Request_MultipleObjectsWithSameKeyValue");
		assertThat(again.trace().requestId()).isNotBlank();
	}

	@Test
	void eachSecretIsAnotherOne() {
		UUID application = create("contract-secret", "With secrets").objectId();
		Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(180, ChronoUnit.DAYS);
		IssuedSecret one = addSecret(application, "label · admit:x:1", end);
		IssuedSecret two = addSecret(application, "label · admit:x:2", end);
		assertThat(one.end()).isEqualTo(end);
		assertThat(one.secret().reveal()).hasSizeBetween(16, 64).isNotEqualTo(two.secret().reveal());
		assertThat(this.registrar.application(application).orElseThrow().secrets())
			.extracting(SecretSummary::displayName, SecretSummary::keyId, SecretSummary::hint)
			.containsExactlyInAnyOrder(tuple("label · admit:x:1", one.keyId(), one.secret().reveal().substring(0, 3)),
					tuple("label · admit:x:2", two.keyId(), two.secret().reveal().substring(0, 3)));
		success(this.registrar.removeSecret(application, one.keyId(), UUID.randomUUID()));
		assertThat(this.registrar.application(application).orElseThrow().secrets()).singleElement()
			.extracting(SecretSummary::keyId)
			.isEqualTo(two.keyId());
		assertThat(failure(this.registrar.removeSecret(application, one.keyId(), UUID.randomUUID())).status())
			.isBetween(400, 404);
	}

	@Test
	void certificatesAreReplacedAsAWhole() throws NoSuchAlgorithmException {
		UUID application = create("contract-certificate", "With certificates").objectId();
		byte[] first = TestCertificate.create("CN=one").der();
		byte[] second = TestCertificate.create("CN=two").der();
		success(this.registrar.replaceCertificates(application,
				List.of(new CertificateKey(null, "one", first, null, null)), UUID.randomUUID()));
		List<CertificateKey> kept = this.registrar.certificateKeys(application);
		assertThat(kept).singleElement().satisfies((key) -> {
			assertThat(key.der()).isEqualTo(first);
			assertThat(key.type()).isEqualTo("AsymmetricX509Cert");
			assertThat(key.usage()).isEqualTo("Verify");
		});
		List<CertificateKey> both = Stream
			.concat(kept.stream(), Stream.of(new CertificateKey(null, "two", second, null, null)))
			.toList();
		success(this.registrar.replaceCertificates(application, both, UUID.randomUUID()));
		assertThat(this.registrar.certificateKeys(application)).extracting(CertificateKey::der)
			.containsExactlyInAnyOrder(first, second);
		assertThat(this.registrar.application(application).orElseThrow().certificates())
			.extracting(CertificateSummary::thumbprint)
			.containsExactlyInAnyOrder(sha1(first), sha1(second));
	}

	@Test
	void ownersAreAddedAndNamed() {
		UUID application = create("contract-owner", "With owner").objectId();
		DirectoryPerson person = this.registrar.searchPeople("Aisha").get(0);
		assertThat(person.username()).startsWith("aisha.bello@");
		success(this.registrar.addOwner(application, person.objectId(), UUID.randomUUID()));
		assertThat(this.registrar.owners(application)).singleElement().satisfies((owner) -> {
			assertThat(owner.objectId()).isEqualTo(person.objectId());
			assertThat(owner.displayName()).isEqualTo("Aisha Bello");
			assertThat(owner.enabled()).isTrue();
			assertThat(owner.guest()).isFalse();
		});
		Answer.Failure<?> again = failure(this.registrar.addOwner(application, person.objectId(), UUID.randomUUID()));
		assertThat(again.status()).isEqualTo(400);
		assertThat(again.message()).contains("already exist");
	}

	@Test
	void groupsAreFoundByTheBeginningOfTheirNames() {
		assertThat(this.registrar.searchGroups("radio"))
			.containsExactly(new DirectoryGroup(Ids.of("group Radiology"), "Radiology"));
		assertThat(this.registrar.searchGroups("' or true or '")).isEmpty();
		assertThat(this.registrar.searchGroups(" ")).isEmpty();
	}

	@Test
	void peopleAreFoundByTheBeginningOfTheirNames() {
		assertThat(this.registrar.searchPeople("jack.o")).extracting(DirectoryPerson::displayName)
			.containsExactly("Jack O'Brien");
		assertThat(this.registrar.searchPeople("Jack O'")).hasSize(1);
		assertThat(this.registrar.searchPeople("Olga")).singleElement()
			.satisfies((person) -> assertThat(person.guest()).isTrue());
		assertThat(this.registrar.searchPeople("' or true or '")).isEmpty();
		assertThat(this.registrar.searchPeople(" ")).isEmpty();
	}

	@Test
	void thePortalsOwnRegistrationIsLookedUpAndLeftAlone() {
		ApplicationRecord own = this.registrar.applicationByAppId(PORTAL).orElseThrow();
		UUID principal = this.registrar.servicePrincipal(PORTAL).orElseThrow().objectId();
		UUID fhir = this.registrar.resourceApi(HealthApi.FHIR.appId()).orElseThrow().objectId();
		assertThat(failure(
				this.registrar.addSecret(own.objectId(), "x", null, Instant.now().plusSeconds(60), UUID.randomUUID()))
			.code()).isEqualTo("OwnRegistration");
		assertThat(failure(
				this.registrar.createTenantWideGrant(principal, fhir, List.of("user_impersonation"), UUID.randomUUID()))
			.code()).isEqualTo("OwnRegistration");
		assertThat(this.registrar.applicationByAppId(PORTAL)).contains(own);
	}

	@Test
	void consentIsGivenAndWidened() {
		ServicePrincipalRecord client = principalOf("contract-consent");
		ResourceApi fhir = this.registrar.resourceApi(HealthApi.FHIR.appId()).orElseThrow();
		List<String> scopes = fhir.scopes().stream().map(DelegatedPermission::value).limit(2).toList();
		assertThat(this.registrar.tenantWideGrant(client.objectId(), fhir.objectId())).isEmpty();
		ConsentGrant grant = success(this.registrar.createTenantWideGrant(client.objectId(), fhir.objectId(),
				scopes.subList(0, 1), UUID.randomUUID()));
		assertThat(this.registrar.tenantWideGrant(client.objectId(), fhir.objectId())).contains(grant);
		assertThat(failure(
				this.registrar.createTenantWideGrant(client.objectId(), fhir.objectId(), scopes, UUID.randomUUID()))
			.message()).isEqualTo("Permission entry already exists.");
		success(this.registrar.changeGrant(grant, scopes, UUID.randomUUID()));
		assertThat(this.registrar.tenantWideGrant(client.objectId(), fhir.objectId()).orElseThrow().scopes())
			.containsExactlyElementsOf(scopes);
	}

	@Test
	void appRolesAreGrantedByThoseWhoMay() {
		ServicePrincipalRecord client = principalOf("contract-role");
		ResourceApi graph = this.registrar.resourceApi(GRAPH).orElseThrow();
		UUID role = graph.appRoles().get(0).id();
		Answer.Failure<?> refused = failure(
				this.registrar.grantAppRole(client.objectId(), graph.objectId(), role, UUID.randomUUID()));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.code()).isEqualTo("Authorization_RequestDenied");
		AppRoleGrant grant = success(
				as("Amara").grantAppRole(client.objectId(), graph.objectId(), role, UUID.randomUUID()));
		assertThat(this.registrar.appRoleGrants(client.objectId())).containsExactly(grant);
		assertThat(grant.appRole()).isEqualTo(role);
	}

	@Test
	void federatedCredentialsAreKept() {
		UUID application = create("contract-federated", "Federated").objectId();
		FederatedCredential credential = new FederatedCredential("github-main",
				"https://token.actions.githubusercontent.com", "repo:contoso/app:ref:refs/heads/main",
				"api://AzureADTokenExchange", "Deployment");
		success(this.registrar.addFederatedCredential(application, credential, UUID.randomUUID()));
		assertThat(this.registrar.federatedCredentials(application)).containsExactly(credential);
	}

	@Test
	void whatWasGrantedIsTakenBackAndIsGoneTheSecondTime() {
		Directory admin = as("Amara");
		ServicePrincipalRecord client = principalOf("contract-take-back");
		ResourceApi fhir = this.registrar.resourceApi(HealthApi.FHIR.appId()).orElseThrow();
		ConsentGrant grant = success(this.registrar.createTenantWideGrant(client.objectId(), fhir.objectId(),
				List.of(fhir.scopes().get(0).value()), UUID.randomUUID()));
		success(this.registrar.removeGrant(grant, UUID.randomUUID()));
		assertThat(this.registrar.tenantWideGrant(client.objectId(), fhir.objectId())).isEmpty();
		assertThat(failure(this.registrar.removeGrant(grant, UUID.randomUUID())).status()).isEqualTo(404);
		ResourceApi graph = this.registrar.resourceApi(GRAPH).orElseThrow();
		AppRoleGrant role = success(admin.grantAppRole(client.objectId(), graph.objectId(),
				graph.appRoles().get(0).id(), UUID.randomUUID()));
		success(admin.removeAppRole(role, UUID.randomUUID()));
		assertThat(this.registrar.appRoleGrants(client.objectId())).isEmpty();
		assertThat(failure(admin.removeAppRole(role, UUID.randomUUID())).status()).isEqualTo(404);
	}

	@Test
	void anApplicationIsTakenApartAndDeletedAndIsGoneTheSecondTime() {
		ApplicationRecord application = create("contract-delete", "Mistake");
		UUID principal = success(this.registrar.createServicePrincipal(application.appId(), UUID.randomUUID()))
			.objectId();
		success(this.registrar.addFederatedCredential(application.objectId(), new FederatedCredential("github-main",
				"https://issuer.example", "repo:a/b", "api://AzureADTokenExchange", null), UUID.randomUUID()));
		success(this.registrar.removeFederatedCredential(application.objectId(), "github-main", UUID.randomUUID()));
		assertThat(this.registrar.federatedCredentials(application.objectId())).isEmpty();
		assertThat(failure(
				this.registrar.removeFederatedCredential(application.objectId(), "github-main", UUID.randomUUID()))
			.status()).isEqualTo(404);
		success(this.registrar.deleteServicePrincipal(principal, UUID.randomUUID()));
		assertThat(this.registrar.servicePrincipal(application.appId())).isEmpty();
		assertThat(failure(this.registrar.deleteServicePrincipal(principal, UUID.randomUUID())).status())
			.isEqualTo(404);
		success(this.registrar.deleteApplication(application.objectId(), UUID.randomUUID()));
		assertThat(this.registrar.application(application.objectId())).isEmpty();
		assertThat(failure(this.registrar.deleteApplication(application.objectId(), UUID.randomUUID())).status())
			.isEqualTo(404);
	}

	@Test
	void apisAreFoundByNameIdAndAddress() {
		ResourceApi dicom = this.registrar.resourceApi(HealthApi.DICOM.appId()).orElseThrow();
		assertThat(dicom.scopes()).extracting(DelegatedPermission::value).containsExactly("Dicom.ReadWrite");
		assertThat(this.registrar.searchApis("DICOM")).extracting(ServicePrincipalRecord::appId)
			.contains(dicom.appId());
		assertThat(this.registrar.searchApis(dicom.appId().toString())).hasSize(1);
		String address = dicom.names().stream().filter((name) -> name.startsWith("https:")).findFirst().orElseThrow();
		assertThat(this.registrar.searchApis(address)).extracting(ServicePrincipalRecord::appId)
			.containsExactly(dicom.appId());
		assertThat(this.registrar.resourceApi(UUID.randomUUID())).isEmpty();
	}

	@Test
	void theTenantIsKnownByName() {
		assertThat(this.registrar.tenantName()).isEqualTo("Contoso Health");
		assertThat(this.registrar.credentialPolicy().known()).isTrue();
	}

	@Test
	void thoseWhoMayOnlyLookAreRefused() {
		UUID application = create("contract-look", "Look").objectId();
		Directory helpDesk = as("Tom");
		assertThat(helpDesk.application(application)).isPresent();
		Answer.Failure<?> refused = failure(
				helpDesk.addSecret(application, "x", null, Instant.now().plus(Duration.ofDays(9)), UUID.randomUUID()));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.message()).isEqualTo("Insufficient privileges to complete the operation.");
		assertThat(this.registrar.application(application).orElseThrow().secrets()).isEmpty();
	}

	private ApplicationRecord create(String uniqueName, String displayName) {
		return success(
				this.registrar.upsertApplication(uniqueName, Bodies.confidential(displayName), UUID.randomUUID()))
			.orElseThrow();
	}

	private ServicePrincipalRecord principalOf(String uniqueName) {
		return success(
				this.registrar.createServicePrincipal(create(uniqueName, uniqueName).appId(), UUID.randomUUID()));
	}

	private IssuedSecret addSecret(UUID application, String name, Instant end) {
		return success(this.registrar.addSecret(application, name, null, end, UUID.randomUUID()));
	}

	private static Directory as(String givenName) {
		UUID operator = new SandboxTokens(sandbox).person(givenName).objectId();
		return directories.actingFor(new Delegation(UUID.randomUUID(), UUID.randomUUID(), operator));
	}

	private static <T> T success(Answer<T> answer) {
		return answer.fold(Answer.Success::value, (failure) -> fail(failure), (silence) -> fail(silence));
	}

	private static <T> Answer.Failure<T> failure(Answer<T> answer) {
		return answer.fold((success) -> fail(success), (failure) -> failure, (silence) -> fail(silence));
	}

	private static <T> T fail(Object answer) {
		throw new AssertionError(answer);
	}

	private static String sha1(byte[] der) throws NoSuchAlgorithmException {
		return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance("SHA-1").digest(der));
	}

	/**
	 * Tokens that carry what was asked for and nothing more.
	 */
	private record ExactTokens(SandboxTokens tokens) implements DelegatedTokens {

		@Override
		public String graph(Delegation delegation, Set<DelegatedScope> scopes) {
			String givenName = Stream.of("Priya", "Amara", "Tom")
				.filter((name) -> this.tokens.person(name).objectId().equals(delegation.operator()))
				.findFirst()
				.orElseThrow();
			return this.tokens.of(givenName,
					scopes.stream().map(DelegatedScope::value).sorted().collect(Collectors.joining(" ")));
		}

		@Override
		public String resourceManager(Delegation delegation) {
			throw new IllegalStateException("The directory has no business with Azure");
		}

		@Override
		public void forget(Delegation delegation) {
			throw new IllegalStateException("The sandbox refused a token");
		}

	}

}
