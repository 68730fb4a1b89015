package health.admit.portal.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.doctor.Cause;
import health.admit.portal.doctor.Remedy;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = TestController.class)
@Import({ TestViews.class, RemedyLinks.class, Texts.class })
class TestControllerTests {

	private static final UUID ID = UUID.randomUUID();

	private static final String SERVICE = "http://localhost:8081/fhir/contoso-fhir";

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private TestRows rows;

	@Test
	void aTestUnderWaySaysWhatItWaitsForAndCanBeStopped() {
		Instant now = Instant.now();
		stored(running()
			.with(new StepReport(Step.ACCESS, StepState.WAITING,
					new SentRequest("GET " + Scene.FHIR + "/Patient?_summary=count",
							List.of("Authorization: Bearer ***")),
					List.of(new Fact(Fact.Kind.STATUS, "403")),
					Trouble.of(Cause.ROLE_MISSING).forPrincipal(Scene.PRINCIPAL).coded("HTTP 403"),
					new StepReport.Wait("connection.wait.role", now.plusSeconds(9), now.plusSeconds(300), 2), now, 0)),
				now.plusSeconds(60));
		assertThat(get("")).hasStatusOk()
			.bodyText()
			.contains("Try 2; next in", "data-state=\"WAITING\"", Scene.PRINCIPAL, "HTTP 403", "Stop waiting",
					"hx-get=\"/connection/tests/" + ID + "/progress?seen=3-RUNNING\"", "http-equiv=\"refresh\"",
					"no role that allows this", "Give it the role", "az role assignment create --role 4c8d0bbc",
					"/applications/client/" + Scene.CLIENT + "/roles?task=READ&amp;service=" + SERVICE);
	}

	@Test
	void everyRemedyThatNeedsAPageLeadsToOne() {
		for (Cause cause : Cause.values()) {
			stored(running().with(new StepReport(Step.TOKEN, StepState.FAILED, null, List.of(),
					Trouble.of(cause).forPrincipal(Scene.PRINCIPAL), null, Instant.now(), 5)),
					Instant.now().plusSeconds(60));
			MvcTestResult page = get("");
			assertThat(page).hasStatusOk().bodyText().doesNotContain("??");
			if (cause.remedy() == Remedy.SIGN_IN_LOG) {
				assertThat(page).bodyText().as("%s", cause).contains("action=\"/doctor\"");
			}
			else if (cause.remedy() != Remedy.NONE) {
				assertThat(page).bodyText()
					.as("%s", cause)
					.containsPattern("class=\"btn btn-outline-primary\"[^>]*href=\"(/|http)");
			}
		}
	}

	@Test
	void theDoctorIsToldWhatEntraSaidOfWhichClient() {
		TokenAnswer.Refused<?> refused = (TokenAnswer.Refused<?>) Scene.refused(90099, "The \"client\" is <odd>.");
		stored(running().with(new StepReport(Step.TOKEN, StepState.FAILED, null, List.of(),
				Trouble.of(refused, Optional.empty()), null, Instant.now(), 5)), Instant.now().plusSeconds(60));
		assertThat(get("")).bodyText()
			.contains("action=\"/doctor\"", "Ask the Doctor")
			.containsPattern("name=\"text\" value=\"AADSTS90099\nAADSTS90099: The &quot;client&quot; is &lt;odd&gt;."
					+ "\nClient app ID: " + Scene.CLIENT
					+ "\nTrace ID: 11111111-0000-4000-8000-00000000000a\nCorrelation ID: 22222222-0000-4000-8000-00000000000b\"")
			.doesNotContain("href=\"/doctor?");
	}

	@Test
	void whoSignsInGetsTheRoleInPlaceOfTheClient() {
		stored(running().with(new StepReport(Step.ACCESS, StepState.FAILED, null, List.of(),
				Trouble.of(Cause.USER_ROLE_MISSING).forPrincipal(Scene.PRINCIPAL), null, Instant.now(), 5)),
				Instant.now().plusSeconds(60));
		assertThat(get("")).bodyText()
			.contains("&amp;person=" + Scene.PRINCIPAL,
					"--assignee-object-id " + Scene.PRINCIPAL + " --assignee-principal-type User");
	}

	@Test
	void onlyWhatChangedIsSentAgain() {
		stored(running(), Instant.now().plusSeconds(60));
		assertThat(get("/progress?seen=3-RUNNING")).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(get("/progress?seen=2-RUNNING")).hasStatusOk()
			.bodyText()
			.contains("hx-swap-oob", "progress-list")
			.doesNotContain("<html");
	}

	@Test
	void wordsOfOthersStayWords() {
		String hostile = "\"><script>alert(1)</script>";
		stored(running()
			.with(new StepReport(Step.TOKEN, StepState.FAILED, new SentRequest(hostile, List.of(hostile)),
					List.of(new Fact(Fact.Kind.CHALLENGE, hostile)),
					new Trouble(Fault.TENANT_DIFFERS.text(), List.of(hostile, "{0}"), Fault.TENANT_DIFFERS.actor(),
							Fault.TENANT_DIFFERS.remedy(), hostile, hostile, hostile, hostile, hostile),
					null, Instant.now(), 5))
			.with(new Report.Prompt("javascript:alert(1)", hostile)), Instant.now().plusSeconds(60));
		assertThat(get("")).hasStatusOk()
			.bodyText()
			.doesNotContain("<script>alert", "href=\"javascript:")
			.contains("&lt;script&gt;alert(1)");
	}

	@Test
	void aTestWhoseNodeIsGoneSaysSo() {
		stored(running(), Instant.now().minusSeconds(1));
		assertThat(get("")).bodyText()
			.contains("Interrupted.", "/connection?address=http%3A%2F%2Flocalhost%3A8081%2Ffhir%2Fcontoso-fhir",
					"Test again")
			.doesNotContain("hx-trigger");
	}

	@Test
	void testingAgainBringsTheRedirectUri() {
		stored(Way.SINGLE_PAGE, "http://localhost:3000/?a=b&c", running().with(Phase.FAILED), Instant.now());
		assertThat(get("")).bodyText()
			.contains(
					"&amp;way=SINGLE_PAGE&amp;need=READ&amp;redirectUri=http%3A%2F%2Flocalhost%3A3000%2F%3Fa%3Db%26c");
		stored(running().with(Phase.FAILED), Instant.now());
		assertThat(get("")).bodyText().doesNotContain("redirectUri=");
	}

	@Test
	void everyTextOfATestExists() {
		for (Fault fault : Fault.values()) {
			for (Step step : Step.values()) {
				stored(running().with(new StepReport(step, StepState.FAILED, null, List.of(),
						Trouble.of(fault, "a", "b"), null, Instant.now(), 12_000)), Instant.now().plusSeconds(60));
				assertThat(get("")).hasStatusOk();
			}
		}
		for (Phase phase : Phase.values()) {
			stored(running().with(phase), Instant.now().plusSeconds(60));
			assertThat(get("")).hasStatusOk();
		}
		for (Fact.Kind kind : Fact.Kind.values()) {
			stored(running().with(new StepReport(Step.REACH, StepState.PASSED, new SentRequest("GET x", List.of()),
					List.of(new Fact(kind, "x")), null, null, Instant.now(), 3)), Instant.now().plusSeconds(60));
			assertThat(get("")).hasStatusOk();
		}
	}

	@Test
	void nobodyElsesTestCanBeSeenOrStopped() {
		assertThat(get("")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(stop()).hasStatus(HttpStatus.NOT_FOUND);
		given(this.rows.askToStop(any(), eq(ID))).willReturn(true);
		assertThat(stop()).hasRedirectedUrl("/connection/tests/" + ID);
	}

	private MvcTestResult stop() {
		return this.mvc.post()
			.uri("/connection/tests/{id}/stop", ID)
			.with(Operators.registrar())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult get(String rest) {
		return this.mvc.get().uri("/connection/tests/" + ID + rest).with(Operators.registrar()).exchange();
	}

	private static Report running() {
		return Report.of(List.of(Step.values()));
	}

	private void stored(Report report, Instant aliveUntil) {
		stored(Way.SECRET, null, report, aliveUntil);
	}

	private void stored(Way way, String redirectUri, Report report, Instant aliveUntil) {
		given(this.rows.find(any(), eq(ID)))
			.willReturn(Optional.of(new TestRow(ID, Operators.TENANT, Operators.OBJECT_ID, Scene.CLIENT, SERVICE, way,
					Need.READ, redirectUri, report, 3, Instant.now(), aliveUntil)));
	}

}
