package health.admit.portal.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import health.admit.support.ScopeProbe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = ScopeProbe.class)
@Import(ScopeProbe.class)
class StepUpControllerTests {

	private static final SignedIn PRIYA = new SignedIn(new Operator(Operators.TENANT, Operators.OBJECT_ID, "Priya",
			"priya@contoso.example", Set.of(PortalRole.REGISTRAR)), UUID.randomUUID(), Instant.now(),
			"priya@contoso.example");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private LoginCookies cookies;

	@MockitoBean
	private Grants grants;

	@BeforeEach
	void grantedLittle() {
		GrantTokens little = new GrantTokens("a", Instant.MAX, "r", Set.of("User.Read", "Directory.Read.All"), null);
		given(this.grants.find(any())).willReturn(Optional.of(new Grants.Stored(little, 1)));
	}

	@Test
	void missingScopeIsAskedForTogetherWithThoseGrantedBefore() {
		MvcTestResult answer = this.mvc.get()
			.uri("/registrations/probe?scope=APPLICATION_WRITE")
			.sessionAttr("admit.signed-in", PRIYA)
			.exchange();
		assertThat(answer).hasStatus(303);
		String location = answer.getResponse().getHeader("Location");
		assertThat(location).startsWith("http://localhost:8081/")
			.contains("Application.ReadWrite.All", "Directory.Read.All", "offline_access",
					"login_hint=priya@contoso.example");
		Login login = login(answer, location);
		assertThat(login.to()).isEqualTo("/registrations/probe?scope=APPLICATION_WRITE");
		assertThat(login.asked()).containsExactly(DelegatedScope.APPLICATION_WRITE);
	}

	@Test
	void postGoesBackToThePageOfItsForm() {
		MvcTestResult answer = this.mvc.post()
			.uri("/registrations/probe")
			.sessionAttr("admit.signed-in", PRIYA)
			.with(csrf())
			.exchange();
		assertThat(answer).hasStatus(303);
		assertThat(login(answer, answer.getResponse().getHeader("Location")).to()).isEqualTo("/registrations/probe");
	}

	@Test
	void scriptIsToldToLeaveThePage() {
		MvcTestResult answer = this.mvc.get()
			.uri("/registrations/probe?scope=APPLICATION_WRITE")
			.sessionAttr("admit.signed-in", PRIYA)
			.header("HX-Request", "true")
			.header("HX-Current-URL", "http://localhost:8080/registrations/probe")
			.exchange();
		assertThat(answer).hasStatus(401);
		assertThat(login(answer, answer.getResponse().getHeader("HX-Redirect")).to()).isEqualTo("/registrations/probe");
	}

	@Test
	void endedGrantLeadsToSignIn() {
		given(this.grants.find(any())).willReturn(Optional.empty());
		assertThat(this.mvc.get().uri("/registrations/probe/token").sessionAttr("admit.signed-in", PRIYA))
			.hasStatus(303)
			.headers()
			.hasValue("Location", "/signin?to=%2Fregistrations%2Fprobe%2Ftoken");
	}

	@Test
	void sessionEndsAtItsAbsoluteLimit() {
		SignedIn old = new SignedIn(PRIYA.operator(), PRIYA.grant(), Instant.now().minusSeconds(8 * 3600 + 1), "x");
		assertThat(this.mvc.get().uri("/registrations/probe").sessionAttr("admit.signed-in", old)).hasStatus(303);
		org.mockito.Mockito.verify(this.grants).end(PRIYA.grant());
	}

	private Login login(MvcTestResult answer, String location) {
		MockHttpServletRequest callback = new MockHttpServletRequest();
		callback.setParameter("state",
				UriComponentsBuilder.fromUriString(location).build(true).getQueryParams().getFirst("state"));
		callback.setParameter("state", org.springframework.web.util.UriUtils.decode(callback.getParameter("state"),
				java.nio.charset.StandardCharsets.UTF_8));
		callback.setCookies(answer.getResponse().getCookies());
		assertThat(answer.getResponse().getCookies()).extracting(Cookie::isHttpOnly).containsOnly(true);
		this.cookies.removeAuthorizationRequest(callback, new MockHttpServletResponse());
		return (Login) callback.getAttribute(Login.ATTRIBUTE);
	}

}
