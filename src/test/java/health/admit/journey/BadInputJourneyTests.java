package health.admit.journey;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.TestCertificate;
import health.admit.support.Visitor;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What a person may get wrong on each page, field by field: the page says what is wrong
 * at the field and above the form, keeps everything that was typed, and nothing is stored
 * here or in the directory.
 */
class BadInputJourneyTests {

	private static final String BASICS = "/basics";

	private static final String AUTHENTICATION = "/authentication";

	private static final String SECRET = "/credentials/secret";

	private static final String CERTIFICATE = "/credentials/certificate";

	private static final String GENERATE = "/credentials/certificate/new";

	private static final String FEDERATED = "/credentials/federated";

	private static final String PERMISSIONS = "/permissions";

	private static SandboxServer sandbox;

	private static PortalServer portal;

	private static Visitor priya;

	/** Path of a draft that is ready to be confirmed, so that every page is open. */
	private static String draft;

	private String before;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		portal = PortalServer.start(sandbox);
		priya = new Visitor(portal.resolve("/")).signIn("Priya Raman");
		new Registering(priya).basics("Ward records", "FHIR")
			.authentication("SERVER", "web", "https://ward.contoso.example/signed-in")
			.secret("6")
			.permissions();
		draft = priya.path().replaceFirst("/review$", "");
		assertThat(priya.path()).endsWith("/review");
	}

	@AfterAll
	static void stop() {
		priya.close();
		portal.close();
		sandbox.close();
	}

	@BeforeEach
	void look() {
		new SandboxControls(sandbox).clearRequests();
		this.before = stored();
	}

	@AfterEach
	void nothingIsStored() {
		assertThat(stored()).isEqualTo(this.before);
		assertThat(new SandboxControls(sandbox).graphExchanges()).allMatch(SandboxControls.Exchange::read);
	}

	static Stream<Arguments> texts() {
		return Stream
			.of(BadTexts.line(BASICS, "name", 120, "Enter a name", "too long", "cannot be seen"),
					BadTexts.text(BASICS, "description", 1024, "too long", "control characters"),
					BadTexts.text(BASICS, "notes", 1024, "too long", "control characters"),
					BadTexts.optionalLine(BASICS, "serviceManagementReference", 256, "too long", "cannot be seen"),
					BadTexts.line(SECRET, "description", 60, "Enter a description", "at most 60", "cannot be seen"),
					BadTexts.line(GENERATE, "name", 64, "Enter a name", "at most 64", "cannot be seen"),
					BadTexts.line(FEDERATED, "name", 120, "Enter a name", "Enter a name", "Enter a name"),
					BadTexts.line(FEDERATED, "issuer", 600, "Enter an https address", "at most 600",
							"Enter an https address"),
					BadTexts.line(FEDERATED, "subject", 600, "Enter the subject", "at most 600", "cannot be seen"),
					BadTexts.line(FEDERATED, "audience", 600, "Enter the audience", "at most 600", "cannot be seen"),
					BadTexts.optionalLine(FEDERATED, "description", 600, "at most 600", "cannot be seen"),
					Stream.of(arguments(BASICS, "ownerSearch", "x".repeat(121), "at most 120"),
							arguments(FEDERATED, "issuer", "http://issuer.contoso.example", "Enter an https address"),
							arguments(FEDERATED, "issuer", "https://a.example/?x=1", "Enter an https address"),
							arguments(FEDERATED, "name", "<script>alert(1)</script>", "Enter a name"),
							arguments(FEDERATED, "subject", "repo:ORGANISATION/REPOSITORY:ref", "words in capitals")))
			.flatMap((cases) -> cases);
	}

	@ParameterizedTest
	@MethodSource
	void texts(String page, String field, String text, String message) {
		open(page + (FEDERATED.equals(page) ? "?preset=GITHUB_BRANCH" : ""));
		if (FEDERATED.equals(page)) {
			priya.type("subject", "repo:contoso/ward:ref:refs/heads/main");
		}
		priya.type(field, text);
		refused(page, field, message);
	}

	static Stream<Arguments> redirectUris() {
		return Stream.of(arguments("web", "https://ward.example/\u0007", "no address can have"),
				arguments("web", "https://ward.example/a b", "no address can have"),
				arguments("web", "<script>alert(1)</script>", "no address can have"),
				arguments("web", "\"><img src=x onerror=alert(1)>", "no address can have"),
				arguments("web", "https://w\u00e4rd.example/x", "no address can have"),
				arguments("web", "${jndi:ldap://x}", "no address can have"),
				arguments("web", "javascript:alert(1)", "run or open something"),
				arguments("web", "data:text/html,x", "run or open something"),
				arguments("web", "file:///etc/passwd", "run or open something"),
				arguments("web", "../../etc", "not a full address"),
				arguments("web", "//evil.example/x", "not a full address"),
				arguments("web", "http://ward.example/x", "http is allowed for localhost"),
				arguments("web", "https://contoso.com@evil.example/x", "user name before the host"),
				arguments("web", "https://ward.example/#x", "fragment"),
				arguments("web", "https://ward.example:99999/x", "usable host name or port"),
				arguments("web", "http://[::1]/x", "does not support [::1]"),
				arguments("web", "msal1://auth", "mobile and desktop platform only"),
				arguments("web", "https://*.com/x", "wildcard"),
				arguments("web", "https://ward.example/" + "x".repeat(240), "longer than 256"),
				arguments("web", "https://ward.example/" + "x".repeat(69_000), "longer than 256"),
				arguments("web", "x".repeat(70_001), "more text than"),
				arguments("web", "https://a.example/x\nhttps://a.example/x", "there twice"),
				arguments("singlePage", "https://ward.contoso.example/signed-in", "on two platforms"),
				arguments("publicClient", "https://[", "usable host name"));
	}

	@ParameterizedTest
	@MethodSource
	void redirectUris(String platform, String uri, String message) {
		open(AUTHENTICATION).type(platform, uri);
		refused(AUTHENTICATION, platform, message);
	}

	@Test
	void contradictionsAreExplained() {
		open(AUTHENTICATION).choose("kind", "TEST_TOOL");
		refused(AUTHENTICATION, "withSecret", "whether the test tool uses a secret");
		open(AUTHENTICATION).choose("kind", "SINGLE_PAGE").type("web", "https://ward.contoso.example/other");
		refused(AUTHENTICATION, "web", "AADSTS7000218");
		open(AUTHENTICATION).choose("kind", "MOBILE_OR_DESKTOP").type("web", "");
		refused(AUTHENTICATION, "publicClient", "at least one redirect URI");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"><script>alert(1)</script>", "viewer.example/x?y#z", "a b", "user@host", "..",
			"x\u0007" })
	void aPresetWantsAHostName(String host) {
		open(AUTHENTICATION).type("presetHost", host);
		refusedAfter("OHIF viewer", "presetHost", "host name of your viewer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x\u0000", "\u202E\u0007" })
	void aSearchForOwnersWantsAName(String text) {
		open(BASICS).type("ownerSearch", text).type("notes", "typed before");
		refusedAfter("Search", "ownerSearch", "beginning of a name");
	}

	@Test
	void aSearchThatIsTooLongIsRefused() {
		open(BASICS).type("ownerSearch", "x".repeat(100_000));
		refusedAfter("Search", "ownerSearch", "at most 120");
	}

	@ParameterizedTest
	@MethodSource("health.admit.journey.BadTexts#hostile")
	void searchesTakeAnythingAsText(String text) {
		open(BASICS).type("ownerSearch", text).press("Search");
		assertThat(priya.status()).isIn(200, 422);
		assertThat(value("ownerSearch")).isEqualTo(text.strip());
		open(PERMISSIONS).type("search", text).press("Search");
		assertThat(priya.status()).isIn(200, 422);
		assertThat(value("search").strip()).isEqualTo(text.strip());
	}

	static Stream<Arguments> dates() {
		return Stream.of(arguments("", "", "end", "last day"), arguments("", "2020-01-01", "end", ""),
				arguments("2020-01-01", "2027-01-31", "start", ""),
				arguments("", "31.12.2026", "end", "year-month-day"),
				arguments("tomorrow", "2027-01-31", "start", "year-month-day"),
				arguments("", "99999-01-01", "end", "year-month-day"), arguments("", "9999-12-31", "end", ""));
	}

	@ParameterizedTest
	@MethodSource
	void dates(String start, String end, String field, String message) {
		open(SECRET).choose("life", "custom");
		tamper("start", start);
		tamper("end", end);
		refused(SECRET, field, message);
	}

	static Stream<Arguments> choices() {
		return Stream.of(arguments(BASICS, "purpose"), arguments(BASICS, "accountTypes"),
				arguments(AUTHENTICATION, "kind"), arguments(SECRET, "life"), arguments(GENERATE, "keyType"),
				arguments(GENERATE, "format"));
	}

	@ParameterizedTest
	@MethodSource
	void choices(String page, String field) {
		open(page);
		HtmlInput choice = priya.html().getFirstByXPath("//input[@name='" + field + "' and @type='radio'][last()]");
		choice.setAttribute("value", "<b>no such choice</b>");
		choice.setChecked(true);
		priya.press(button(page));
		said(field, "");
	}

	@Test
	void aPasswordThatIsTooShortIsRefusedAndNotKept() {
		open(GENERATE).choose("format", "PKCS12").type("password", "short");
		priya.press("Generate and download");
		said("password", "Enter a password of 8 to 128");
		assertThat(value("password")).isEmpty();
		assertThat(priya.html().asXml()).doesNotContain("\"short\"");
	}

	@Test
	void aPermissionThatIsNotOfferedIsRefused() {
		open(PERMISSIONS);
		HtmlInput pick = priya.html().getFirstByXPath("//input[@name='picks']");
		pick.setAttribute("value", "SCOPE:4f6778d8-5aef-43dc-a1ff-b073724b9495:00000000-0000-0000-0000-000000000001");
		pick.setChecked(true);
		priya.press("Continue");
		said("picks", "not offered by its API");
	}

	static Stream<Arguments> files() throws Exception {
		TestCertificate certificate = TestCertificate.create("CN=a");
		String pem = new String(certificate.pem(), StandardCharsets.US_ASCII);
		String key = "-----BEGIN PRIVATE KEY-----\n"
				+ Base64.getMimeEncoder().encodeToString(certificate.key().getEncoded())
				+ "\n-----END PRIVATE KEY-----\n";
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("a", certificate.key(), "password".toCharArray(),
				new Certificate[] { certificate.certificate() });
		ByteArrayOutputStream pkcs12 = new ByteArrayOutputStream();
		store.store(pkcs12, "password".toCharArray());
		return Stream.of(arguments("empty.pem", new byte[0], "empty"),
				arguments("both.pem", bytes(pem + key), "private key"), arguments("key.pem", bytes(key), "private key"),
				arguments("store.pfx", pkcs12.toByteArray(), "PKCS#12"),
				arguments("two.pem", bytes(pem + pem), "more than one"),
				arguments("photo.cer", bytes("GIF89a\u0001\u0002"), "certificate"),
				arguments("\"><script>alert(1)</script>.pem", bytes("<script>alert(1)</script>"), "certificate"),
				arguments("cut.crt", bytes(pem.substring(0, pem.length() / 2)), ""),
				arguments("garbage.cer", new byte[] { 0x30, (byte) 0x82, 0x10, 0, 1, 2, 3 }, ""));
	}

	@ParameterizedTest(name = "{0}: {2}")
	@MethodSource
	void files(String name, byte[] content, String message) {
		open(CERTIFICATE).attach("file", name, content).press("Upload and check");
		said("file", message);
		assertThat(priya.html().asXml()).doesNotContain("PRIVATE KEY");
	}

	/** This visitor announces no length. One who does stays on the page. */
	@Test
	void aHugeFileIsRefusedUnread() {
		open(CERTIFICATE).attach("file", "huge.pem", new byte[10 * 1024 * 1024]).press("Upload and check");
		assertThat(priya.status()).isEqualTo(413);
		assertThat(priya.text()).contains("choose the certificate file itself");
	}

	@Test
	void noFileIsRefused() {
		open(CERTIFICATE).press("Upload and check");
		said("file", "");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200 * 1024, 1024 * 1024, 3 * 1024 * 1024 })
	void aFormThatIsFarTooLargeIsExplained(int length) {
		open(BASICS).type("notes", "x".repeat(length)).press("Continue");
		assertThat(priya.status()).isEqualTo(413);
		assertThat(priya.text()).contains("too much at once", "what you typed is still there");
	}

	private static Visitor open(String page) {
		priya.open(draft + page);
		assertThat(priya.status()).isEqualTo(200);
		return priya;
	}

	/** Sends the page as it is now, sees it refused and everything still there. */
	private static void refused(String page, String field, String message) {
		refusedAfter(button(page), field, message);
	}

	private static void refusedAfter(String button, String field, String message) {
		List<String> typed = FormContent.of(priya.html());
		priya.press(button);
		said(field, message);
		assertThat(FormContent.of(priya.html())).isEqualTo(typed);
	}

	/**
	 * The page says it twice: above the form, with a link to the field, and at the field.
	 */
	private static void said(String field, String message) {
		assertThat(priya.status()).as(priya.text()).isEqualTo(422);
		assertThat(links(field)).anySatisfy((link) -> assertThat(link).contains(message))
			.allSatisfy((link) -> assertThat(link).isNotBlank().doesNotContain("Failed to convert", "java.", "??"));
		assertThat(priya.sees("//*[@id='" + field + "']")).as("The link leads to the field").isTrue();
		assertThat(priya.textOf("//*[@id='" + field + "-error' or (@id='" + field + "' and @class='field-error')]"))
			.contains(links(field));
		assertThat(priya.html().getTitleText()).startsWith("Error:");
		assertThat(priya.sees("//script[contains(., 'alert')] | //*[@onerror] | //main//b")).isFalse();
	}

	private static List<String> links(String field) {
		return priya.html()
			.<HtmlElement>getByXPath("//*[@role='alert']//a[@href='#" + field + "']")
			.stream()
			.map((link) -> link.getTextContent().strip())
			.toList();
	}

	/** Changes what a field sends, whatever its type would let one type. */
	private static void tamper(String field, String value) {
		HtmlInput input = priya.html().getElementByName(field);
		input.setAttribute("type", "text");
		HtmlInput replaced = priya.html().getElementByName(field);
		replaced.setValue(value);
	}

	private static String value(String field) {
		return priya.textOf("//*[@name='" + field + "']");
	}

	private static String button(String page) {
		return GENERATE.equals(page) ? "Generate and download" : "Continue";
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static String stored() {
		return portal.bean(JdbcClient.class)
			.sql("select id, version, content, proposal, operation from draft order by id")
			.query()
			.listOfRows()
			.toString();
	}

}
