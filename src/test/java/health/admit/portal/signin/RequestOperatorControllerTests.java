package health.admit.portal.signin;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import health.admit.support.ScopeProbe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = ScopeProbe.class)
@Import(ScopeProbe.class)
class RequestOperatorControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void controllerSeesWhoIsSignedIn() {
		assertThat(this.mvc.get().uri("/registrations/probe").with(Operators.registrar())).hasStatusOk()
			.bodyText()
			.contains("REGISTRAR");
	}

	@Test
	void helpDeskMayNotRegister() {
		assertThat(this.mvc.get().uri("/registrations/probe").with(Operators.helpDesk())).hasStatus(403)
			.hasForwardedUrl("/signin/refused");
	}

	@Test
	void anonymousIsSentToSignInAndBack() {
		assertThat(this.mvc.get().uri("/registrations/probe?scope=USER_READ")).hasStatus(303)
			.headers()
			.hasValue("Location", "/signin?to=%2Fregistrations%2Fprobe%3Fscope%3DUSER_READ");
	}

	@Test
	void scriptWithoutSessionIsToldToLeaveThePage() {
		assertThat(this.mvc.get()
			.uri("/registrations/probe/token")
			.header("HX-Request", "true")
			.header("HX-Current-URL", "http://localhost:8080/registrations/1/basics?x=1")).hasStatus(401)
			.headers()
			.hasValue("HX-Redirect", "/signin?to=%2Fregistrations%2F1%2Fbasics%3Fx%3D1")
			.doesNotContainHeader("Location");
	}

	@Test
	void writeWithoutTokenIsRefused() {
		assertThat(this.mvc.post().uri("/registrations/probe").with(Operators.registrar())).hasStatus(403);
		assertThat(
				this.mvc.post().uri("/registrations/probe").with(Operators.registrar()).with(csrf().useInvalidToken()))
			.hasStatus(403);
		assertThat(this.mvc.post().uri("/registrations/probe").with(Operators.registrar()).with(csrf())).hasStatusOk();
	}

	@Test
	void writeFromAnotherSiteIsRefusedEvenWithToken() {
		for (String site : new String[] { "cross-site", "same-site" }) {
			assertThat(this.mvc.post()
				.uri("/registrations/probe")
				.with(Operators.registrar())
				.with(csrf())
				.header("Sec-Fetch-Site", site)).as(site).hasStatus(403);
		}
	}

	@Test
	void forgedHostIsRefused() {
		assertThat(this.mvc.get().uri("http://evil.example/registrations/probe").with(Operators.registrar()))
			.hasStatus(400);
	}

	@Test
	void forgedHostDoesNotReachTheAuthorizationRequest() {
		assertThat(this.mvc.get()
			.uri("/oauth2/authorization/entra")
			.header("X-Forwarded-Host", "evil.example")
			.header("Forwarded", "host=evil.example")).headers()
			.extracting((headers) -> headers.getFirst("Location"))
			.asString()
			.contains("redirect_uri=http://localhost:8080/login/oauth2/code/entra", "code_challenge_method=S256",
					"nonce=", "state=", "xms_cc", "offline_access")
			.doesNotContain("evil");
	}

	@Test
	void everyAnswerCarriesTheHeaders() {
		for (String path : new String[] { "/signin", "/registrations/probe", "/nonsense", "/actuator/env" }) {
			assertThat(this.mvc.get().uri(path)).as(path)
				.headers()
				.hasValue("X-Content-Type-Options", "nosniff")
				.hasValue("Referrer-Policy", "no-referrer")
				.hasValue("Cross-Origin-Opener-Policy", "same-origin")
				.hasValue("Cross-Origin-Resource-Policy", "same-origin")
				.satisfies((headers) -> assertThat(headers.getFirst("Content-Security-Policy"))
					.contains("default-src 'none'", "frame-ancestors 'none'",
							"form-action 'self' http://localhost:8081;")
					.doesNotContain("unsafe"))
				.satisfies((headers) -> assertThat(headers.getFirst("Cache-Control")).contains("no-store"));
		}
	}

	@Test
	void whatNoRouteCoversIsNotThere() {
		assertThat(this.mvc.get().uri("/actuator/env").with(Operators.registrar())).hasStatus(404);
		assertThat(this.mvc.get().uri("/actuator/heapdump")).hasStatus(404);
		assertThat(this.mvc.delete().uri("/help").with(Operators.registrar()).with(csrf())).hasStatus(404);
	}

}
