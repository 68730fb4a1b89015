package health.admit.browser;

import java.net.URI;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.nimbusds.jwt.SignedJWT;
import health.admit.support.TestCertificate;
import health.admit.support.TokenRequests;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each kind of client: registered on the pages of the portal, then used as a client in
 * the field would be, with nothing but what the result page says.
 */
@BrowserTest
class RegistrationBrowserTests {

	private static final String FHIR = "https://ward-records.fhir.azurehealthcareapis.com";

	private static final String DICOM = "https://dicom.healthcareapis.azure.com";

	private static final String NOW = "Now, when the plan is carried out";

	private static final String LATER = "Later, or by somebody else";

	@Test
	void aServerGetsTokensForFhirWithItsSecret(Browsing browsing) {
		Result result = Wizard.begin(browsing.visitAs("Priya Raman"))
			.basics("Interface engine", "FHIR service")
			.authentication("An application on a server")
			.look()
			.go()
			.secret("6 months (recommended)")
			.go()
			.noPermissions()
			.go()
			.accessLater()
			.confirm();
		assertThat(result.commands("client credentials")).contains(result.clientId(), "client_credentials",
				login(browsing));
		String secret = result.secret();
		Map<String, Object> token = claims(
				tokens(browsing, result).withSecret(result.clientId(), secret, FHIR + "/.default"));
		assertThat(token).containsEntry("aud", List.of(FHIR))
			.containsEntry("appid", result.clientId())
			.containsEntry("appidacr", "1")
			.containsEntry("oid", result.servicePrincipalId())
			.containsEntry("tid", result.tenantId())
			.doesNotContainKey("scp");
	}

	@Test
	void aServerGetsTokensForDicomWithItsCertificate(Browsing browsing) {
		TestCertificate certificate = TestCertificate.create("CN=pacs-gateway, O=\"Contoso <b>Health</b>\"");
		Result result = Wizard.begin(browsing.visitAs("Amara Okafor").expecting(422))
			.basics("PACS gateway", "DICOM service")
			.authentication("An application on a server")
			.go()
			.certificate(certificate.pem())
			.follow("Continue with this certificate")
			.noPermissions()
			.go()
			.accessLater()
			.confirm();
		assertThat(result.commands("client credentials")).contains(result.clientId(), "PS256", DICOM + "/.default");
		Map<String, Object> token = claims(tokens(browsing, result).withCertificate(result.clientId(),
				certificate.key(), certificate.certificate(), DICOM + "/.default"));
		assertThat(token).containsEntry("aud", List.of(DICOM))
			.containsEntry("appid", result.clientId())
			.containsEntry("appidacr", "2")
			.containsEntry("oid", result.servicePrincipalId());
	}

	@Test
	void aSinglePageApplicationRedeemsItsCodeInTheBrowser(Browsing browsing) {
		try (ClientPage page = ClientPage.serve()) {
			Result result = Wizard.begin(browsing.visitAs("Amara Okafor"))
				.basics("Image viewer", "FHIR and DICOM services")
				.authentication("A single-page application in the browser")
				.fill("Single-page application, one per line", page.address())
				.look()
				.go()
				.permissions(NOW)
				.go()
				.accessLater()
				.confirm();
			SignedInClient client = new SignedInClient(browsing, result, page.address());
			// Admin consent was given, so somebody without any role is not asked.
			String code = client.code("Noah Carter", DICOM + "/Dicom.ReadWrite", false);
			Map<String, Object> token = claims(fetch(client.page(), endpoint(browsing, result),
					Map.of("grant_type", "authorization_code", "client_id", result.clientId(), "code", code,
							"redirect_uri", page.address(), "code_verifier", client.verifier())));
			assertThat(token).containsEntry("aud", List.of(DICOM))
				.containsEntry("appid", result.clientId())
				.containsEntry("appidacr", "0")
				.containsEntry("scp", "Dicom.ReadWrite")
				.containsEntry("name", "Noah Carter");
		}
	}

	@Test
	void anInstalledApplicationSignsPeopleInByCodeAndByDeviceCode(Browsing browsing) {
		Result result = Wizard.begin(browsing.visitAs("Priya Raman"))
			.basics("Dictation", "FHIR service")
			.authentication("An application on a phone or computer")
			.press("Loopback (http://localhost)")
			.look()
			.go()
			.permissions(LATER)
			.go()
			.accessLater()
			.confirm();
		// The port of a loopback address is the client's to choose.
		SignedInClient client = new SignedInClient(browsing, result, "http://localhost:49321").answered();
		String code = client.code("Hana Sato", FHIR + "/user_impersonation", true);
		TokenRequests tokens = tokens(browsing, result);
		Map<String, Object> token = claims(
				tokens.withCode(result.clientId(), code, "http://localhost:49321", client.verifier(), null));
		assertThat(token).containsEntry("aud", List.of(FHIR))
			.containsEntry("appid", result.clientId())
			.containsEntry("scp", "user_impersonation")
			.containsEntry("name", "Hana Sato");

		Map<String, Object> device = tokens.deviceCode(result.clientId(), FHIR + "/user_impersonation");
		Page screen = approve(browsing, device, "Hana Sato");
		assertThat(screen.locator("h1")).hasText("You have signed in");
		assertThat(claims(tokens.withDeviceCode(result.clientId(), device.get("device_code").toString())))
			.containsEntry("appid", result.clientId())
			.containsEntry("name", "Hana Sato");
	}

	@Test
	void postmanGetsTokensForItselfAndForAPerson(Browsing browsing) {
		Result result = Wizard.begin(browsing.visitAs("Priya Raman"))
			.basics("Postman, Priya", "FHIR service")
			.authentication("Postman, REST Client or a similar tool for testing")
			.choose("With a secret")
			.press("Postman")
			.look()
			.go()
			.secret("3 months")
			.go()
			.permissions(NOW)
			.go()
			.accessLater()
			.confirm();
		String redirect = "https://oauth.pstmn.io/v1/callback";
		assertThat(result.commands("authorization code")).contains(redirect, result.clientId());
		String secret = result.secret();
		TokenRequests tokens = tokens(browsing, result);
		assertThat(claims(tokens.withSecret(result.clientId(), secret, FHIR + "/.default"))).containsEntry("oid",
				result.servicePrincipalId());
		SignedInClient client = new SignedInClient(browsing, result, redirect).answered();
		String code = client.code("Priya Raman", FHIR + "/user_impersonation", false);
		assertThat(claims(tokens.withCodeAndSecret(result.clientId(), secret, code, redirect, client.verifier())))
			.containsEntry("appidacr", "1")
			.containsEntry("scp", "user_impersonation")
			.containsEntry("name", "Priya Raman");
	}

	@Test
	void theKeyboardIsEnough(Browsing browsing) {
		Visit visit = browsing.visit();
		visit.open("/");
		Keyboard keyboard = new Keyboard(visit).enter("Sign in").enter("Priya Raman");
		keyboard.enter("Register a client")
			.type("Name", "Keyboard gateway")
			.choose("FHIR service", "FHIR service")
			.enter("Continue")
			.choose("An application on a server", "An application on a server")
			.enter("Continue")
			.enter("Client secret")
			.choose("6 months", "12 months")
			.enter("Continue")
			.enter("Continue")
			.choose("Choose services from Azure", LATER)
			.enter("Continue")
			.enter("Register the client");
		assertThat(visit.page().locator("#progress a.btn-primary")).isVisible();
		keyboard.enter("Show the result").enter("Show the secret").tick("I have stored it");
		Result result = new Result(visit);
		String secret = visit.page().locator("#secret [data-secret-text]").first().innerText();
		assertThat(claims(tokens(browsing, result).withSecret(result.clientId(), secret, FHIR + "/.default")))
			.containsEntry("app_displayname", "Keyboard gateway");
	}

	@Test
	void aBrowserWithoutScriptsIsEnough(Browsing browsing) {
		Visit visit = browsing.visitWithoutScripts().signIn("Priya Raman");
		Page page = visit.page();
		page.getByText("Register a client").last().click();
		page.locator("#name").fill("Device without scripts");
		page.getByLabel("DICOM service", new Page.GetByLabelOptions().setExact(true)).check();
		Locator go = page.locator("main .buttons button[value='continue']");
		go.click();
		page.getByLabel("A command-line tool or a device").check();
		go.click();
		page.getByLabel(LATER).check();
		go.click();
		page.waitForURL("**/access");
		page.getByLabel(LATER).check();
		go.click();
		page.getByText("Register the client").click();
		// The page of the progress renews itself.
		page.getByText("Show the result").click();
		page.waitForURL("**/result");
		Result result = new Result(visit);
		TokenRequests tokens = tokens(browsing, result);
		Map<String, Object> device = tokens.deviceCode(result.clientId(), DICOM + "/Dicom.ReadWrite");
		approve(browsing, device, "Elif Kaya");
		assertThat(claims(tokens.withDeviceCode(result.clientId(), device.get("device_code").toString())))
			.containsEntry("aud", List.of(DICOM))
			.containsEntry("name", "Elif Kaya");
	}

	/** Types the code of a device on another screen, picks who one is and agrees. */
	private static Page approve(Browsing browsing, Map<String, Object> device, String person) {
		assertThat(device).containsKey("verification_uri");
		Page page = browsing.visit(login(browsing), true).page();
		page.navigate(device.get("verification_uri").toString());
		page.getByLabel("Code").fill(device.get("user_code").toString());
		page.locator("button").click();
		page.locator("button[name='person']", new Page.LocatorOptions().setHasText(person)).click();
		Locator agree = page.locator("button[name='agree'][value='true']");
		Locator done = page.locator("h1", new Page.LocatorOptions().setHasText("You have signed in"));
		assertThat(agree.or(done)).isVisible();
		if (agree.isVisible()) {
			agree.click();
		}
		assertThat(done).isVisible();
		return page;
	}

	private static Map<String, Object> fetch(Page page, URI endpoint, Map<String, String> form) {
		Object answer = page.evaluate(
				"([endpoint, form]) => fetch(endpoint,"
						+ " { method: 'POST', body: new URLSearchParams(form) }).then((answer) => answer.json())",
				List.of(endpoint.toString(), form));
		Map<String, Object> fields = new LinkedHashMap<>();
		((Map<?, ?>) answer).forEach((name, value) -> fields.put(name.toString(), value));
		return fields;
	}

	private static String login(Browsing browsing) {
		return browsing.stage().sandbox().baseUrl();
	}

	private static URI endpoint(Browsing browsing, Result result) {
		return URI.create(login(browsing) + "/" + result.tenantId() + "/oauth2/v2.0/token");
	}

	private static TokenRequests tokens(Browsing browsing, Result result) {
		return new TokenRequests(URI.create(login(browsing)), result.tenantId());
	}

	private static Map<String, Object> claims(Map<String, Object> answer) {
		assertThat(answer).containsKey("access_token");
		try {
			return SignedJWT.parse(answer.get("access_token").toString()).getJWTClaimsSet().getClaims();
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
