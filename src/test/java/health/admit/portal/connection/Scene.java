package health.admit.portal.connection;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.cloud.HealthAddress;
import health.admit.portal.cloud.SecretValue;
import health.admit.support.SettableClock;

/**
 * A service and a token endpoint that say what a test tells them to, and time that passes
 * only when somebody waits.
 */
final class Scene implements ServiceWire, TokenService {

	static final UUID TENANT = UUID.fromString("5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10");

	static final UUID CLIENT = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000001");

	static final String PRINCIPAL = "cccccccc-0000-4000-8000-000000000003";

	static final String FHIR = "https://contoso-fhir.fhir.azurehealthcareapis.com";

	static final String DICOM = "https://contoso-images.dicom.azurehealthcareapis.com";

	static final String DICOM_AUDIENCE = "https://dicom.healthcareapis.azure.com";

	static final String SECRET = "hEl8Q~+@[:]not-a-real-secret";

	static final Cloud CLOUD = new Cloud(CloudName.GLOBAL, TENANT, URI.create("https://login.microsoftonline.com"),
			URI.create("https://graph.microsoft.com"), URI.create("https://management.azure.com"),
			URI.create("https://portal.azure.com"));

	final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T08:00:00Z"));

	final List<String> asked = new ArrayList<>();

	final List<Report> reports = new ArrayList<>();

	final Deque<WireAnswer> probes = new ArrayDeque<>();

	final Deque<TokenAnswer<IssuedToken>> tokenAnswers = new ArrayDeque<>();

	WireAnswer reached = answered(200, Media.FHIR,
			"""
					{"resourceType":"CapabilityStatement","fhirVersion":"4.0.1","software":{"name":"Azure FHIR","version":"4.0.700"},
					"rest":[{"mode":"server","security":{"extension":[{"url":"http://oauth-uris","extension":[
					{"url":"token","valueUri":"https://login.microsoftonline.com/5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10/oauth2/token"}]}]},
					"resource":[{"type":"Patient""");

	WireAnswer challenged = challenge(FHIR);

	TokenAnswer<DeviceCode> device = new TokenAnswer.Given<>(new DeviceCode("device-code-canary", "ABCD-EFGH",
			"https://microsoft.com/devicelogin", Duration.ofMinutes(15), Duration.ofSeconds(5)));

	/** Roles were given a moment ago. */
	ArrivingRoles arriving = (principal) -> principal.equals(UUID.fromString(PRINCIPAL));

	Waiting waiting = (time) -> this.clock.pass(time);

	/** Runs a test of this service with this credential. */
	Report run(String address, Need need, Credential credential) {
		TestPlan plan = new TestPlan((HealthAddress.Accepted) HealthAddress.of(CLOUD, address), CLIENT, need, null,
				null, null);
		Progress progress = new Progress(TestPlan.steps(credential instanceof Credential.Device), this.clock,
				this.reports::add);
		HeldCredential held = new HeldCredential(credential);
		new ConnectionTest(this, this, Patience.USUAL, CLOUD, this.clock).run(plan, held, this.arriving, this.waiting,
				progress);
		return progress.report();
	}

	Report run(Credential credential) {
		return run(FHIR, Need.READ, credential);
	}

	static Credential.Secret secret() {
		return new Credential.Secret(new SecretValue(SECRET));
	}

	static WireAnswer answered(int status, String type, String body, String... challenges) {
		return new WireAnswer.Answered(status, type, List.of(challenges), body);
	}

	static WireAnswer challenge(String audience) {
		return answered(401, Media.FHIR, "", "Bearer authorization_uri=\"https://login.microsoftonline.com/" + TENANT
				+ "\", resource_id=\"" + audience + "\", realm=\"" + audience + "\"");
	}

	static WireAnswer bundle() {
		return answered(200, Media.FHIR, "{\"resourceType\":\"Bundle\",\"total\":41}");
	}

	static WireAnswer forbidden() {
		return answered(403, Media.FHIR,
				"""
						{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"forbidden","diagnostics":"Authorization failed."}]}""");
	}

	static TokenAnswer<IssuedToken> token(String audience) {
		return new TokenAnswer.Given<>(new IssuedToken(new PlainJWT(new JWTClaimsSet.Builder().audience(audience)
			.claim("tid", TENANT.toString())
			.claim("appid", CLIENT.toString())
			.claim("oid", PRINCIPAL)
			.expirationTime(Date.from(Instant.parse("2026-11-23T09:00:00Z")))
			.build()).serialize()));
	}

	static TokenAnswer<IssuedToken> tokenOfPerson(String audience) {
		return new TokenAnswer.Given<>(new IssuedToken(new PlainJWT(new JWTClaimsSet.Builder().audience(audience)
			.claim("scp", "user_impersonation")
			.claim("upn", "ada@contoso.example")
			.claim("oid", PRINCIPAL)
			.build()).serialize()));
	}

	static <T> TokenAnswer<T> refused(int number, String words) {
		String description = "AADSTS" + number + ": " + words
				+ " Trace ID: 11111111-0000-4000-8000-00000000000a Correlation ID: 22222222-0000-4000-8000-00000000000b";
		return new TokenAnswer.Refused<>(401, "invalid_client", List.of(number), description,
				"22222222-0000-4000-8000-00000000000b", "11111111-0000-4000-8000-00000000000a",
				"{\"error\":\"invalid_client\",\"error_description\":\"" + description + "\",\"error_codes\":[" + number
						+ "]}");
	}

	@Override
	public WireAnswer send(HealthAddress.Accepted service, ServiceRequest request, IssuedToken token) {
		this.asked.add(request.method() + " " + request.path() + ((token != null) ? " with a token" : ""));
		if (token != null) {
			return (this.probes.size() > 1) ? this.probes.pop() : this.probes.element();
		}
		boolean reach = request.equals(Probes.reach(service.api()));
		return reach ? this.reached : this.challenged;
	}

	@Override
	public TokenAnswer<IssuedToken> token(UUID clientId, String scope, Credential credential) {
		this.asked.add("token for " + scope);
		return (this.tokenAnswers.size() > 1) ? this.tokenAnswers.pop() : this.tokenAnswers.element();
	}

	@Override
	public TokenAnswer<DeviceCode> device(UUID clientId, String scope) {
		this.asked.add("device code for " + scope);
		return this.device;
	}

	@Override
	public TokenAnswer<IssuedToken> signedIn(UUID clientId, DeviceCode code) {
		return (this.tokenAnswers.size() > 1) ? this.tokenAnswers.pop() : this.tokenAnswers.element();
	}

	@Override
	public SentRequest shown(UUID clientId, String scope, Credential credential) {
		return new EntraTokens(CLOUD, this.clock).shown(clientId, scope, credential);
	}

	/** The audience of DICOM services does not tell which one it is. */
	Scene dicom() {
		this.reached = answered(200, Media.JSON, "{\"overallStatus\":\"Healthy\"}");
		this.challenged = challenge(DICOM_AUDIENCE);
		return this;
	}

}
