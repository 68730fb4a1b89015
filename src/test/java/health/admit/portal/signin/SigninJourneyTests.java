package health.admit.portal.signin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;

import javax.sql.DataSource;

import health.admit.sandbox.oidc.SignInFaults;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import health.admit.support.PortalServer;
import health.admit.support.SandboxServer;
import health.admit.support.ScopeProbe;

import static org.assertj.core.api.Assertions.assertThat;

class SigninJourneyTests {

	private static SandboxServer sandbox;

	private static PortalServer portal;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		portal = PortalServer.start(sandbox, "spring.main.sources=" + ScopeProbe.class.getName());
	}

	@AfterAll
	static void stop() {
		portal.close();
		sandbox.close();
	}

	@AfterEach
	void mend() {
		sandbox.bean(SignInFaults.class).reset();
	}

	@Test
	void signInReturnsToThePageThatWasAskedFor() {
		try (Browser priya = visitor("priya")) {
			HtmlPage page = priya.open("/registrations/probe?scope=USER_READ");
			assertThat(page.getUrl().getFile()).isEqualTo("/registrations/probe?scope=USER_READ");
			assertThat(page.asNormalizedText()).contains("REGISTRAR");
		}
	}

	@Test
	void noTokenIsReadableInTheDatabase() throws Exception {
		try (Browser priya = visitor("priya")) {
			priya.open("/registrations/probe/token");
			Delegation delegation = portal.bean(JdbcClient.class)
				.sql("select grant_id, tenant, operator from sealed_client order by expires_at desc limit 1")
				.query((row, number) -> new Delegation(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
						row.getObject(3, UUID.class)))
				.single();
			GrantTokens tokens = portal.bean(Grants.class).find(delegation).orElseThrow().tokens();
			String dump = dump();
			assertThat(dump).contains("sealed_client");
			assertThat(dump).doesNotContain(tokens.access(), tokens.refresh());
			assertThat(dump).doesNotContain("eyJ0eXAi", "access_token");
		}
	}

	@Test
	void endedTokensAreRefreshed() {
		SignInFaults faults = sandbox.bean(SignInFaults.class);
		faults.shortenAccessTokens(Duration.ofSeconds(30));
		try (Browser priya = visitor("priya")) {
			String first = priya.open("/registrations/probe/token").asNormalizedText();
			faults.shortenAccessTokens(null);
			String second = priya.load("/registrations/probe/token").asNormalizedText();
			String third = priya.load("/registrations/probe/token").asNormalizedText();
			assertThat(second).contains("\"scp\"").isNotEqualTo(first);
			assertThat(third).isEqualTo(second);
		}
	}

	@Test
	void revokedGrantLeadsToSignInAndBack() {
		SignInFaults faults = sandbox.bean(SignInFaults.class);
		faults.shortenAccessTokens(Duration.ofSeconds(30));
		try (Browser jonas = visitor("jonas")) {
			String first = jonas.open("/registrations/probe/token").asNormalizedText();
			String objectId = first.replaceFirst("(?s).*\"oid\":\"([^\"]+)\".*", "$1");
			faults.revoke(UUID.fromString(objectId));
			HtmlPage page = jonas.load("/registrations/probe/token");
			assertThat(page.getUrl().getFile()).isEqualTo("/signin?to=%2Fregistrations%2Fprobe%2Ftoken");
		}
	}

	@Test
	void claimsChallengeIsAnsweredAndLeadsBackUnderAnotherSessionId() {
		try (Browser priya = visitor("priya")) {
			priya.open("/registrations/probe");
			String before = session(priya);
			int grants = grants();
			HtmlPage page = priya.open("/registrations/probe/challenge");
			assertThat(page.getTitleText()).isEqualTo("Answered");
			assertThat(page.getUrl().getPath()).isEqualTo("/registrations/probe/challenge");
			assertThat(session(priya)).isNotEqualTo(before);
			assertThat(grants()).isEqualTo(grants);
		}
	}

	@Test
	void challengeThatCannotBeAnsweredEndsOnAPage() {
		try (Browser priya = visitor("priya")) {
			HtmlPage page = priya.open("/registrations/probe/unanswerable");
			assertThat(page.asNormalizedText()).contains("Microsoft Entra keeps asking for the same thing");
		}
	}

	@Test
	void signOutEndsBothSessionsAndDropsTheTokens() {
		try (Browser priya = visitor("priya")) {
			priya.open("/registrations/probe");
			int before = grants();
			HtmlPage help = priya.load("/help");
			HtmlPage out = Browser
				.press(help.getFirstByXPath("//form[starts-with(@action, '/signout')]//button[@type='submit']"));
			assertThat(out.getUrl().getPath()).isEqualTo("/signed-out");
			assertThat(grants()).isEqualTo(before - 1);
			HtmlPage again = priya.load("/oauth2/authorization/entra");
			assertThat(again.getUrl().toString()).startsWith(sandbox.baseUrl());
		}
	}

	@Test
	void personWithoutRoleIsToldWhichOneIsMissing() {
		try (Browser noah = visitor("noah")) {
			HtmlPage page = noah.open("/");
			assertThat(page.getWebResponse().getStatusCode()).isEqualTo(403);
			assertThat(page.asNormalizedText()).contains("Admit.Registrar", "Admit.HelpDesk",
					"Cloud Application Administrator");
		}
	}

	@Test
	void anonymousRequestsMakeNoSession() {
		int before = sessions();
		try (Browser nobody = visitor("nobody")) {
			nobody.load("/registrations");
			nobody.load("/signin");
			nobody.load("/help");
			nobody.load("/oauth2/authorization/entra");
			assertThat(nobody.browser().getCookieManager().getCookies()).extracting(Cookie::getName)
				.doesNotContain("admit");
		}
		assertThat(sessions()).isEqualTo(before);
	}

	@Test
	void callbackWorksOnce() {
		try (Browser priya = visitor("priya"); Browser thief = visitor("priya")) {
			HtmlPage signIn = priya.load("/oauth2/authorization/entra");
			priya.browser().getOptions().setRedirectEnabled(false);
			URI callback;
			try {
				var person = signIn.<HtmlElement>getFirstByXPath(
						"//button[@name='person'][.//*[starts-with(normalize-space(.), 'priya')]]");
				callback = URI.create(person.click().getWebResponse().getResponseHeaderValue("Location"));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			HtmlPage stolen = thief.load(callback.toString());
			assertThat(stolen.getWebResponse().getStatusCode()).isEqualTo(403);
			assertThat(stolen.asNormalizedText()).contains("started elsewhere");
			assertThat(thief.browser().getCookieManager().getCookie("admit")).isNull();
		}
	}

	@Test
	void ownExpiredSecretIsExplained() {
		try (PortalServer broken = PortalServer.start(sandbox, "admit.signin.client-secret=wrong~secret");
				Browser priya = new Browser(broken.baseUrl(), "priya")) {
			HtmlPage page = priya.open("/registrations");
			assertThat(page.asNormalizedText()).contains("The secret of Admit is wrong", "AADSTS7000215",
					"admit.signin.client-secret");
			assertThat(page.asNormalizedText()).doesNotContain("wrong~secret");
		}
	}

	private static Browser visitor(String userName) {
		return new Browser(portal.baseUrl(), userName);
	}

	private static String session(Browser visitor) {
		return visitor.browser().getCookieManager().getCookie("admit").getValue();
	}

	private static int sessions() {
		return portal.bean(JdbcClient.class).sql("select count(*) from spring_session").query(Integer.class).single();
	}

	private static int grants() {
		return portal.bean(JdbcClient.class).sql("select count(*) from sealed_client").query(Integer.class).single();
	}

	/**
	 * Every value of every table as text, binary columns byte by byte.
	 */
	private static String dump() throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (Connection connection = portal.bean(DataSource.class).getConnection();
				var tables = connection.getMetaData()
					.getTables(null, "public", "%", new String[] { "TABLE", "BASE TABLE" })) {
			while (tables.next()) {
				String table = tables.getString("TABLE_NAME");
				out.writeBytes(table.getBytes(StandardCharsets.UTF_8));
				try (var statement = connection.createStatement();
						var rows = statement.executeQuery("select * from \"" + table + "\"")) {
					while (rows.next()) {
						for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
							Object value = rows.getObject(i);
							out.writeBytes((value instanceof byte[] bytes) ? bytes
									: String.valueOf(value).getBytes(StandardCharsets.UTF_8));
						}
					}
				}
			}
		}
		return out.toString(StandardCharsets.ISO_8859_1);
	}

}
