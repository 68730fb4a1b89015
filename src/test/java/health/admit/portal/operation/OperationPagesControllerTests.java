package health.admit.portal.operation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.operation.StepRow.Said;
import health.admit.portal.operation.StepRow.Sent;
import health.admit.portal.operation.StepRow.Wait;
import health.admit.portal.operation.StepState.Status;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.People;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.ResponseCookie;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = { OperationController.class, OperationsController.class, ResumeController.class,
		UndoController.class })
@Import({ OperationViews.class, OperationTexts.class, OperationPagesControllerTests.FixedTime.class })
class OperationPagesControllerTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private static final UUID GRACE = UUID.fromString("b88975b1-0c53-4d6c-9d0f-7f1c7b1f3a02");

	private final OperationId id = OperationId.random();

	private final UndoPlan undo = new UndoPlan(
			new Plan("undo", "Reader <b>", "/operations/x",
					List.of(new PlannedStep("application.delete", PlannedStep.Verb.CHANGE, "Reader <b>", "DELETE",
							Map.of()))),
			List.of(new UndoPlan.Untouched(
					new PlannedStep("owner.add", PlannedStep.Verb.CREATE, "Ada <i>", "POST", Map.of()),
					"registration.undo.along")));

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private People people;

	@MockitoBean
	private OperationRows rows;

	@MockitoBean
	private Operations operations;

	@MockitoBean
	private Handlers handlers;

	@MockitoBean
	private SecretKeeper keeper;

	@MockitoBean
	private Undos undos;

	@Test
	void saysWhatIsWaitedForAndWhy() {
		operation(Phase.RUNNING, Status.WAITING, new Wait("operation.wait.replication", NOW.plusSeconds(5), 4, 36),
				Said.NOTHING);
		assertThat(this.mvc.get().uri("/operations/{id}", this.id).with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("The directory copy is not there yet")
			.contains("Try 4 of 36, next in 5 s.")
			.contains("hx-get=\"/operations/" + this.id + "/progress?seen=")
			.contains("http-equiv=\"refresh\"");
	}

	@Test
	void sendsNothingWhileNothingChanged() {
		operation(Phase.RUNNING, Status.RUNNING, Wait.NONE, Said.NOTHING);
		assertThat(this.mvc.get()
			.uri("/operations/{id}/progress?seen={seen}", this.id, NOW.toEpochMilli())
			.with(Operators.helpDesk())).hasStatus(204);
		assertThat(this.mvc.get().uri("/operations/{id}/progress?seen=1", this.id).with(Operators.helpDesk()))
			.hasStatusOk()
			.bodyText()
			.startsWith("<div id=\"progress\"")
			.contains("hx-swap-oob");
	}

	@Test
	void explainsARefusalAndShowsHostileWordsAsText() {
		operation(Phase.REFUSED, Status.PENDING, Wait.NONE,
				new Said("Authorization_RequestDenied", "<script>alert(1)</script>", "request-1"));
		assertThat(this.mvc.get().uri("/operations/{id}", this.id).with(Operators.registrar())).hasStatusOk()
			.bodyText()
			.contains("Cloud Application Administrator")
			.contains("&lt;script&gt;alert(1)")
			.doesNotContain("<script>alert")
			.contains("Try again from this step")
			.contains("request-1");
	}

	@Test
	void leadsToTheResultWhenFinished() {
		operation(Phase.FINISHED, Status.APPLIED, Wait.NONE, Said.NOTHING);
		assertThat(this.mvc.get().uri("/operations/{id}", this.id).with(Operators.registrar())).hasStatusOk()
			.bodyText()
			.contains("href=\"/registrations/" + this.id + "/result\"");
	}

	@Test
	void offersNothingThatTheReaderMayNotDo() {
		operation(Phase.FINISHED, Status.APPLIED, Wait.NONE, Said.NOTHING);
		assertThat(this.mvc.get().uri("/operations/{id}", this.id).with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.doesNotContain("/registrations/" + this.id);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "PARKED|they have to sign in and agree to DelegatedPermissionGrant.ReadWrite.All.",
					"REFUSED|once what the refused step below asks for is there" })
	void whoMayNotGoOnReadsWhoMayAndWhatTheyNeed(Phase phase, String need) {
		operation(phase, Status.PENDING, Wait.NONE, Said.NOTHING);
		assertThat(this.mvc.get().uri("/operations/{id}", this.id).with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("A registrar can continue this", need)
			.doesNotContain("/resume", "Sign in and continue", "Try again from this step");
		assertThat(this.mvc.get().uri("/operations/{id}", this.id).with(Operators.registrar())).hasStatusOk()
			.bodyText()
			.contains("/resume")
			.doesNotContain("A registrar can continue this");
	}

	@Test
	void namesWhoConfirmedAndWhoWentOn() {
		this.people.remember(new Operator(Operators.TENANT, GRACE, "Grace <b>", "grace@contoso.example", Set.of()));
		operation(Phase.RUNNING, Status.RUNNING, Wait.NONE, Said.NOTHING,
				new Delegation(UUID.randomUUID(), Operators.TENANT, GRACE));
		assertThat(this.mvc.get().uri("/operations/{id}", this.id).with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("Confirmed by", "<bdi>Hana Helpdesk</bdi>", "(you)", Operators.OBJECT_ID.toString())
			.contains("Goes on with the permissions of", "<bdi>Grace &lt;b&gt;</bdi>", GRACE.toString(),
					"aria-label=\"Copy Object id of Grace &lt;b&gt;\"")
			.doesNotContain("??");
	}

	@Test
	void namesSomebodyWithoutANameById() {
		UUID nameless = UUID.randomUUID();
		operation(Phase.RUNNING, Status.RUNNING, Wait.NONE, Said.NOTHING,
				new Delegation(UUID.randomUUID(), Operators.TENANT, nameless));
		assertThat(this.mvc.get().uri("/operations/{id}", this.id).with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains(nameless.toString(), "aria-label=\"Copy Object id\"");
	}

	@Test
	void hidesOperationsOfOtherTenants() {
		given(this.rows.find(any(), any())).willReturn(Optional.empty());
		assertThat(this.mvc.get().uri("/operations/{id}", this.id).with(Operators.registrar())).hasStatus(404);
		assertThat(this.mvc.get().uri("/operations/{id}/journal.json", this.id).with(Operators.registrar()))
			.hasStatus(404);
		assertThat(this.mvc.post().uri("/operations/{id}/resume", this.id).with(Operators.registrar()).with(csrf()))
			.hasStatus(404);
	}

	@Test
	void goesOnOnlyForARegistrar() {
		operation(Phase.PARKED, Status.PENDING, Wait.NONE, Said.NOTHING);
		given(this.handlers.of(any())).willReturn(new AnyHandler(StepHandler.Repetition.UNDER_NEW_MARKER));
		given(this.keeper.prepare(any(), any(), any()))
			.willReturn(Optional.of(ResponseCookie.from("envelope", "key").build()));
		assertThat(this.mvc.get().uri("/operations/{id}/resume", this.id).with(Operators.helpDesk())).hasStatus(403);
		assertThat(this.mvc.post().uri("/operations/{id}/resume", this.id).with(Operators.helpDesk()).with(csrf()))
			.hasStatus(403);
		assertThat(this.mvc.get().uri("/operations/{id}/resume", this.id).with(Operators.registrar())).hasStatusOk()
			.bodyText()
			.contains("with your permissions");
		assertThat(this.mvc.post().uri("/operations/{id}/resume", this.id).with(Operators.registrar()).with(csrf()))
			.hasStatus(303)
			.hasHeader("Location", "/operations/" + this.id)
			.headers()
			.hasValue("Set-Cookie", "envelope=key");
		then(this.operations).should().resume(this.id, Operators.DELEGATION);
	}

	@Test
	void listsOperations() {
		OperationRow row = row(Phase.PARKED, Status.PENDING, Wait.NONE, Said.NOTHING, Operators.DELEGATION);
		given(this.rows.newest(eq(Operators.TENANT), eq(Set.of(Phase.PARKED)), anyInt(), anyInt()))
			.willReturn(List.of(row));
		assertThat(this.mvc.get().uri("/operations?phase=PARKED").with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("/operations/" + this.id)
			.contains("Waits for a sign-in", "<bdi>Hana Helpdesk</bdi>", "(you)");
		assertThat(this.mvc.get().uri("/operations?page=-5").with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("No operations");
	}

	@Test
	void saysHowManyOperationsStandWhere() {
		given(this.rows.counts(Operators.TENANT)).willReturn(Map.of(Phase.RUNNING, 2, Phase.REFUSED, 5));
		assertThat(this.mvc.get().uri("/operations?phase=REFUSED").with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.containsSubsequence("href=\"/operations\"", "All (7)", "href=\"/operations?phase=RUNNING\"", "Running (2)",
					"href=\"/operations?phase=PARKED\"", "Waits for a sign-in (0)",
					"href=\"/operations?phase=FINISHED\"", "Finished (0)", "href=\"/operations?phase=REFUSED\"",
					"aria-current=\"page\"", "Refused (5)");
		assertThat(this.mvc.get().uri("/operations?phase=nonsense").with(Operators.helpDesk())).hasStatus(400);
	}

	@Test
	void leafsThroughTheOperationsOfOnePhase() {
		OperationRow row = row(Phase.REFUSED, Status.PENDING, Wait.NONE, Said.NOTHING, Operators.DELEGATION);
		given(this.rows.newest(Operators.TENANT, Set.of(Phase.REFUSED), 25, 26))
			.willReturn(Collections.nCopies(26, row));
		assertThat(this.mvc.get().uri("/operations?phase=REFUSED&page=1").with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("href=\"/operations?phase=REFUSED&amp;page=0\"", "href=\"/operations?phase=REFUSED&amp;page=2\"");
	}

	@Test
	void showsEachEntryOfTheJournalWithItsIds() {
		operation(Phase.REFUSED, Status.PENDING, Wait.NONE, new Said("Request_BadRequest", "no <b>", "request-1"));
		UUID call = UUID.randomUUID();
		given(this.rows.events(this.id)).willReturn(
				List.of(new StepEvent(0, 1, StepEvent.Kind.INTENT, NOW, Operators.OBJECT_ID, 1, call, null, null, null),
						new StepEvent(0, 1, StepEvent.Kind.REFUSED, NOW, Operators.OBJECT_ID, 1, call, "request-1",
								"Request_BadRequest", "no <b>")));
		assertThat(this.mvc.get().uri("/operations/{id}", this.id).with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.containsSubsequence("2026-11-23", "Attempt 1 recorded, then sent", "client-request-id", call.toString(),
					"2026-11-23", "Refused", "Request_BadRequest", "no &lt;b&gt;", call.toString(), "request-id",
					"request-1");
	}

	@Test
	void givesHostileNamesInTheJournalAsTheyAre() {
		String hostile = "\",\"phase\":\"RUNNING\u2028\r\n</script>\\";
		Plan plan = new Plan("test", hostile, "/", List.of(FakeHandlers.step("secret")));
		OperationRow row = row(Phase.REFUSED, Status.PENDING, Wait.NONE, new Said("code", hostile, "request-1"),
				Operators.DELEGATION);
		given(this.rows.find(Operators.TENANT, this.id))
			.willReturn(Optional.of(new OperationRow(row.id(), row.tenant(), row.startedBy(), row.delegation(), plan,
					"hash", null, row.phase(), Map.of(), Set.of(), "{\"claims\":1}", NOW, NOW, row.steps())));
		assertThat(this.mvc.get().uri("/operations/{id}/journal.json", this.id).with(Operators.helpDesk()))
			.hasStatusOk()
			.hasHeader("Cache-Control", "no-store")
			.hasHeader("X-Content-Type-Options", "nosniff")
			.bodyJson()
			.satisfies((json) -> {
				assertThat(json.getJson()).doesNotContain("claims", Operators.GRANT.toString());
				assertThat(json).extractingPath("$.phase").isEqualTo("REFUSED");
				assertThat(json).extractingPath("$.plan.title").isEqualTo(hostile);
				assertThat(json).extractingPath("$.steps[0].status").isEqualTo("REFUSED");
				assertThat(json).extractingPath("$.steps[0].message").isEqualTo(hostile);
				assertThat(json).extractingPath("$.steps[0].requestId").isEqualTo("request-1");
			});
	}

	@Test
	void onlyWhoMaySeeAnOperationGetsItsJournal() {
		operation(Phase.FINISHED, Status.APPLIED, Wait.NONE, Said.NOTHING);
		assertThat(this.mvc.get().uri("/operations/{id}/journal.json", this.id).with(Operators.auditor()))
			.hasStatus(403);
		assertThat(this.mvc.get().uri("/operations/{id}/journal.json", this.id).with(Operators.withoutRole()))
			.hasStatus(403);
	}

	@Test
	void givesTheJournalAsAFile() {
		operation(Phase.FINISHED, Status.APPLIED, Wait.NONE, Said.NOTHING);
		assertThat(this.mvc.get().uri("/operations/{id}/journal.json", this.id).with(Operators.helpDesk()))
			.hasStatusOk()
			.hasHeader("Content-Disposition", "attachment; filename=\"operation-" + this.id + ".json\"")
			.bodyJson()
			.extractingPath("$.phase")
			.isEqualTo("FINISHED");
	}

	@Test
	void asksBeforeItUndoes() {
		undoable();
		assertThat(this.mvc.get().uri("/operations/{id}", this.id).with(Operators.registrar())).hasStatusOk()
			.bodyText()
			.contains("href=\"/operations/" + this.id + "/undo\"");
		assertThat(this.mvc.get().uri("/operations/{id}/undo", this.id).with(Operators.registrar())).hasStatusOk()
			.bodyText()
			.containsSubsequence("This is removed, in this order", "Delete the application Reader &lt;b&gt;",
					"This gets no step of its own", "Make Ada &lt;i&gt; an owner", "It goes with the application.",
					"value=\"" + this.undo.plan().hash() + "\"",
					"Yes, remove what this operation made for Reader &lt;b&gt;");
		then(this.undos).should(never()).start(any(), any(), any());
	}

	@Test
	void undoesOnlyWhatWasConfirmed() {
		undoable();
		assertThat(undo("plan=" + this.undo.plan().hash())).hasStatus(422)
			.bodyText()
			.contains("Tick the box that names the application", "value=\"" + this.undo.plan().hash() + "\"");
		then(this.undos).should(never()).start(any(), any(), any());
		assertThat(undo("sure=perhaps")).hasStatus(400);
		given(this.undos.start(any(), eq("other"), any())).willReturn(Optional.empty());
		assertThat(undo("sure=true&plan=other")).hasStatus(409)
			.bodyText()
			.contains("Nothing was started", "value=\"" + this.undo.plan().hash() + "\"")
			.doesNotContain("checked=\"checked\"");
		OperationId started = OperationId.random();
		given(this.undos.start(any(), eq(this.undo.plan().hash()), eq(Operators.DELEGATION)))
			.willReturn(Optional.of(started));
		assertThat(undo("sure=true&plan=" + this.undo.plan().hash())).hasStatus(302)
			.hasHeader("Location", "/operations/" + started);
	}

	@Test
	void onlyARegistrarUndoes() {
		undoable();
		assertThat(this.mvc.get().uri("/operations/{id}", this.id).with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.doesNotContain("/undo");
		assertThat(this.mvc.get().uri("/operations/{id}/undo", this.id).with(Operators.helpDesk())).hasStatus(403);
		assertThat(
				this.mvc.post().uri("/operations/{id}/undo?sure=true", this.id).with(Operators.helpDesk()).with(csrf()))
			.hasStatus(403);
		assertThat(this.mvc.post().uri("/operations/{id}/undo?sure=true", this.id).with(Operators.registrar()))
			.hasStatus(403);
		given(this.rows.find(any(), any())).willReturn(Optional.empty());
		assertThat(undo("sure=true")).hasStatus(404);
		then(this.undos).should(never()).start(any(), any(), any());
	}

	@Test
	void anUndoneOperationDoesNotGoOn() {
		OperationId undoing = OperationId.random();
		operation(Phase.PARKED, Status.PENDING, Wait.NONE, Said.NOTHING);
		given(this.undos.of(any())).willReturn(Optional.of(undoing));
		assertThat(this.mvc.get().uri("/operations/{id}", this.id).with(Operators.registrar())).hasStatusOk()
			.bodyText()
			.contains("is undone and cannot go on", "href=\"/operations/" + undoing + "\"")
			.doesNotContain("/resume", "/undo");
		assertThat(this.mvc.get().uri("/operations/{id}/resume", this.id).with(Operators.registrar())).hasStatus(302)
			.hasHeader("Location", "/operations/" + this.id);
		assertThat(this.mvc.get().uri("/operations/{id}/undo", this.id).with(Operators.registrar())).hasStatus(302)
			.hasHeader("Location", "/operations/" + undoing);
	}

	@Test
	void saysThatADeletedApplicationHoldsItsName() {
		OperationRow row = row(Phase.FINISHED, Status.APPLIED, Wait.NONE, Said.NOTHING, Operators.DELEGATION);
		given(this.rows.find(Operators.TENANT, this.id))
			.willReturn(Optional.of(new OperationRow(row.id(), row.tenant(), row.startedBy(), row.delegation(),
					this.undo.plan(), "hash", null, row.phase(), Map.of(), Set.of(), null, NOW, NOW, row.steps())));
		assertThat(this.mvc.get().uri("/operations/{id}", this.id).with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("Undo: remove what was made for Reader", "for 30 days", "holds its unique name");
	}

	private MvcTestResult undo(String fields) {
		return this.mvc.post()
			.uri("/operations/{id}/undo?" + fields, this.id)
			.with(Operators.registrar())
			.with(csrf())
			.exchange();
	}

	private void undoable() {
		operation(Phase.FINISHED, Status.APPLIED, Wait.NONE, Said.NOTHING);
		given(this.undos.plan(any())).willReturn(Optional.of(this.undo));
	}

	private void operation(Phase phase, Status status, Wait wait, Said said) {
		operation(phase, status, wait, said, Operators.DELEGATION);
	}

	private void operation(Phase phase, Status status, Wait wait, Said said, Delegation delegation) {
		given(this.rows.find(Operators.TENANT, this.id))
			.willReturn(Optional.of(row(phase, status, wait, said, delegation)));
		given(this.rows.events(this.id)).willReturn(List.of(new StepEvent(0, 1, StepEvent.Kind.INTENT, NOW,
				Operators.OBJECT_ID, 1, UUID.randomUUID(), said.requestId(), said.code(), said.message())));
	}

	private OperationRow row(Phase phase, Status status, Wait wait, Said said, Delegation delegation) {
		Plan plan = new Plan("test", "Reader <b>", "/registrations/{id}/result", List.of(FakeHandlers.step("secret")));
		Set<DelegatedScope> scopes = (phase == Phase.PARKED) ? Set.of(DelegatedScope.GRANT_WRITE) : Set.of();
		return new OperationRow(this.id, Operators.TENANT, Operators.OBJECT_ID, delegation, plan, "hash", null, phase,
				Map.of(), scopes, null, NOW, NOW, List.of(new StepRow(0, plan.steps().get(0), status,
						new Sent(1, 1, UUID.randomUUID(), NOW), wait, said, 0)));
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class FixedTime {

		@Bean
		@Primary
		Clock fixed() {
			return Clock.fixed(NOW, ZoneOffset.UTC);
		}

	}

	private record AnyHandler(Repetition repetition) implements StepHandler {

		@Override
		public String kind() {
			return "secret";
		}

		@Override
		public StepOutcome apply(StepCall call) {
			throw new UnsupportedOperationException();
		}

		@Override
		public StepOutcome reconcile(StepCall call) {
			throw new UnsupportedOperationException();
		}

	}

}
