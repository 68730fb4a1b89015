package health.admit.portal.expiry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.directory.CredentialPolicy;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.inventory.ApplicationPage;
import health.admit.portal.inventory.BandCounts;
import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.CredentialPage;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.Freshness;
import health.admit.portal.inventory.IndexState;
import health.admit.portal.inventory.IndexedApplication;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.LastUseReport;
import health.admit.portal.inventory.LastUseReports;
import health.admit.portal.inventory.Owner;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.Refreshing;
import health.admit.portal.inventory.Source;
import health.admit.portal.inventory.WorkState;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = { CredentialController.class, IndexedApplicationController.class, WorkController.class,
		SavedViewsController.class, PolicyController.class, LastUseController.class })
@Import(ExpirySlice.class)
class CredentialControllerTests {

	private static final Instant AS_OF = Instant.parse("2026-11-23T08:40:00Z");

	private static final String PAGE = "/expiry/credentials/" + Rows.KEY.objectId() + "/" + Rows.KEY.keyId();

	private static final UUID TOM = UUID.randomUUID();

	private final Instant now = Instant.now();

	private final Directory directory = mock();

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Inventory inventory;

	@MockitoBean
	private Refreshing refreshing;

	@MockitoBean
	private WorkItems items;

	@MockitoBean
	private WorkStore store;

	@MockitoBean
	private SavedViews views;

	@MockitoBean
	private LastUseReports reports;

	@MockitoBean
	private Directories directories;

	@BeforeEach
	void index() {
		given(this.inventory.freshness(Operators.TENANT))
			.willReturn(IndexState.of(Completeness.COMPLETE, 408, 512, AS_OF, null, null));
		CredentialRow row = Rows.row(Rows.KEY, "Imaging <b>", this.now.plus(Duration.ofDays(5)), this.now, true,
				OwnerState.DISABLED, WorkState.OPEN);
		CredentialRow newer = Rows.secret(Rows.OTHER, this.now.plus(Duration.ofDays(300)), this.now);
		given(this.inventory.credential(Operators.TENANT, Rows.KEY)).willReturn(Optional.of(row));
		given(this.inventory.credentialsOf(Operators.TENANT, Rows.OBJECT)).willReturn(List.of(row, newer));
		given(this.inventory.application(Operators.TENANT, Rows.OBJECT))
			.willReturn(Optional.of(new IndexedApplication(Rows.OBJECT, Source.APPLICATION, Rows.APP_ID, "Imaging <b>",
					AS_OF, OwnerState.DISABLED, AS_OF, 2)));
		given(this.inventory.owners(any(), any())).willReturn(Map.of(Rows.OBJECT,
				List.of(new Owner(TOM, "Rita <i>", "rita@contoso.example", null, OwnerState.DISABLED))));
		given(this.items.find(Operators.TENANT, Rows.KEY)).willReturn(Optional.empty());
		given(this.items.history(Operators.TENANT, Rows.KEY)).willReturn(List.of());
		given(this.directories.actingFor(Operators.DELEGATION)).willReturn(this.directory);
	}

	@Test
	void tellsAllThatIsKnownAboutACredential() {
		assertThat(page(PAGE))
			.contains("Imaging &lt;b&gt;", "408 applications and 512 credentials", "aB3…", Rows.KEY.keyId().toString(),
					"It is not the secret", Rows.APP_ID.toString(), Rows.OBJECT.toString(), "205 days",
					"Rita &lt;i&gt;", "Blocked", "None of its owners can sign in any more", "A newer one is there:",
					"/expiry/credentials/" + RowView.id(Rows.OTHER), "Entra&#39;s report", "/expiry/last-use",
					"ApplicationMenuBlade/~/Credentials/appId/" + Rows.APP_ID, "/applications/" + Rows.OBJECT,
					"Claim it", "Nobody has done anything yet")
			.doesNotContain("??", "Imaging <b>", "Rita <i>");
	}

	@Test
	void saysWhyOwnersAreNotKnown() {
		given(this.inventory.credential(Operators.TENANT, Rows.KEY)).willReturn(Optional.of(Rows.row(Rows.KEY,
				"Imaging", this.now.plus(Duration.ofDays(5)), this.now, false, OwnerState.UNKNOWN, WorkState.OPEN)));
		given(this.inventory.owners(any(), any())).willReturn(Map.of());
		given(this.refreshing.ownersOf(any(), any())).willReturn(1);
		assertThat(page(PAGE)).contains("The owners are being read").doesNotContain("??");
		given(this.refreshing.ownersTrouble(Operators.DELEGATION)).willReturn(Optional
			.of(new Freshness.Trouble(Freshness.Cause.REFUSED, "Authorization_RequestDenied", "", "", AS_OF)));
		assertThat(page(PAGE)).contains("owners of 1 application could not be read", "lacks a role")
			.doesNotContain("The owners are being read", "??");
		given(this.refreshing.ownersOf(any(), any())).willReturn(0);
		given(this.inventory.owners(any(), any()))
			.willReturn(Map.of(Rows.OBJECT, List.of(new Owner(TOM, "", "", null, OwnerState.UNTOLD))));
		given(this.inventory.credential(Operators.TENANT, Rows.KEY)).willReturn(Optional.of(Rows.row(Rows.KEY,
				"Imaging", this.now.plus(Duration.ofDays(5)), this.now, false, OwnerState.UNTOLD, WorkState.OPEN)));
		String people = "/expiry/applications/" + Rows.OBJECT + "/people";
		assertThat(page(PAGE)).contains(TOM.toString(), "Whether one of them can be asked is not known", people)
			.doesNotContain("The owners are being read", "could not be read", "Unknown<", "??");
		assertThat(this.mvc.get().uri(people).with(Operators.helpDesk()))
			.hasRedirectedUrl("/expiry/applications/" + Rows.OBJECT);
		given(this.refreshing.ownersTrouble(Operators.DELEGATION)).willReturn(Optional.empty());
		given(this.refreshing.ownersOf(any(), any())).willReturn(1);
		assertThat(page(PAGE)).contains("The owners are being read", "every 2s").doesNotContain("is not known:");
	}

	@Test
	void workIsTakenDownWithItsHistory() {
		work(WorkState.CLAIMED, 2);
		given(this.items.history(Operators.TENANT, Rows.KEY))
			.willReturn(List.of(new WorkLine(2, AS_OF, Operators.OBJECT_ID, WorkEvent.NOTED, "asked <Rita>", null),
					new WorkLine(1, AS_OF, null, WorkEvent.BACK, null, null)));
		assertThat(page(PAGE))
			.contains("Take it over", "Give it back", "asked &lt;Rita&gt;", "Hana Helpdesk", "The portal",
					"name=\"version\" value=\"2\"")
			.doesNotContain("??");
		for (WorkEvent event : WorkEvent.values()) {
			given(this.items.history(Operators.TENANT, Rows.KEY))
				.willReturn(List.of(new WorkLine(2, AS_OF, TOM, event, "x", AS_OF)));
			assertThat(page(PAGE)).doesNotContain("??");
		}
	}

	@Test
	void aClaimIsStoredAndSaid() {
		given(this.items.submit(any(), eq(Rows.KEY), eq(4), eq(WorkRequest.of(WorkAction.CLAIM))))
			.willReturn(new WorkOutcome.Changed(item(WorkState.CLAIMED, 5)));
		MvcTestResult claimed = post("action=CLAIM&version=4");
		assertThat(claimed).hasRedirectedUrl(PAGE);
		assertThat(claimed.getMvcResult().getFlashMap().get("toast")).isEqualTo("You have claimed it.");
		assertThat(this.mvc.post().uri(PAGE + "/work?action=CLAIM").with(Operators.helpDesk())).hasStatus(403);
		assertThat(this.mvc.post().uri(PAGE + "/work?action=CLAIM").with(Operators.auditor()).with(csrf()))
			.hasStatus(403);
	}

	@Test
	void puttingOffAsksForADayAndAReason() {
		assertThat(post("action=SNOOZE&version=0&until=&reason=")).hasStatus(422)
			.bodyText()
			.contains("There is a problem", "Say until when it is put off.", "Say why it is put off.", "Error:",
					"href=\"#until\"")
			.doesNotContain("??");
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		assertThat(post("action=SNOOZE&version=0&reason=because&until=" + today)).hasStatus(422)
			.bodyText()
			.contains("at most 180 days from now", "because");
		assertThat(post("action=SNOOZE&version=0&reason=because&until=" + today.plusDays(182))).hasStatus(422);
		assertThat(post("action=SNOOZE&version=0&reason=because&until=soon")).hasStatus(422)
			.bodyText()
			.contains("year-month-day");
		verify(this.items, never()).submit(any(), any(), anyInt(), any());
	}

	@Test
	void nothingIsPutOffBeyondItsEnd() {
		given(this.inventory.credential(Operators.TENANT, Rows.KEY))
			.willReturn(Optional.of(Rows.secret(Rows.KEY, this.now.plus(Duration.ofDays(5)), this.now)));
		LocalDate today = LocalDate.ofInstant(this.now, ZoneOffset.UTC);
		assertThat(post("action=SNOOZE&version=0&reason=because&until=" + today.plusDays(6))).hasStatus(422)
			.bodyText()
			.contains("It ends on " + today.plusDays(5), "because", "href=\"#until\"");
		verify(this.items, never()).submit(any(), any(), anyInt(), any());
	}

	@Test
	void textsAreCheckedAtTheirFields() {
		assertThat(post("action=TICKET&version=0&ticket=" + "x".repeat(101))).hasStatus(422)
			.bodyText()
			.contains("at most 100 characters");
		assertThat(post("action=NOTE&version=0&note=a%00b")).hasStatus(422).bodyText().contains("cannot be stored");
		assertThat(post("action=DONE&version=0")).hasStatus(422).bodyText().contains("Say what was done.");
	}

	@Test
	void whoIsTooLateSeesWhatHappenedAndKeepsWhatWasTyped() {
		work(WorkState.CLAIMED, 2);
		given(this.items.history(Operators.TENANT, Rows.KEY))
			.willReturn(List.of(new WorkLine(2, AS_OF, TOM, WorkEvent.TICKET, "INC-77", null),
					new WorkLine(1, AS_OF, TOM, WorkEvent.CLAIMED, null, null)));
		given(this.items.submit(any(), eq(Rows.KEY), eq(1), any()))
			.willReturn(new WorkOutcome.Conflict(item(WorkState.CLAIMED, 2)));
		assertThat(post("action=NOTE&version=1&note=my+long+note")).hasStatus(409)
			.bodyText()
			.containsSubsequence("Somebody else was quicker", "INC-77", "my long note")
			.contains("name=\"version\" value=\"2\"")
			.doesNotContain("??", "name=\"version\" value=\"1\"");
	}

	@Test
	void aNoteMeetsAClaimAndNeitherIsLost() {
		work(WorkState.CLAIMED, 1);
		given(this.items.history(Operators.TENANT, Rows.KEY))
			.willReturn(List.of(new WorkLine(1, AS_OF, Operators.OBJECT_ID, WorkEvent.CLAIMED, null, null)));
		given(this.items.submit(any(), eq(Rows.KEY), eq(0), any()))
			.willReturn(new WorkOutcome.Conflict(item(WorkState.CLAIMED, 1)));
		assertThat(post("action=NOTE&version=0&note=asked+Rita+<b>")).hasStatus(409)
			.bodyText()
			.containsSubsequence("Somebody else was quicker", "Hana Helpdesk", "claimed it", "Write a note",
					"asked Rita &lt;b&gt;", "Add the note")
			.doesNotContain("??", "cannot be done any more");
	}

	@Test
	void whatWasTypedAboutWorkThatIsDoneMeanwhileBecomesANote() {
		work(WorkState.DONE, 2);
		given(this.items.history(Operators.TENANT, Rows.KEY))
			.willReturn(List.of(new WorkLine(2, AS_OF, TOM, WorkEvent.DONE, "renewed", null)));
		given(this.items.submit(any(), eq(Rows.KEY), eq(1), any()))
			.willReturn(new WorkOutcome.Conflict(item(WorkState.DONE, 2)));
		String until = LocalDate.ofInstant(this.now, ZoneOffset.UTC).plusDays(3).toString();
		for (String typed : List.of("action=DONE&doneNote=my+long+text",
				"action=SNOOZE&until=" + until + "&reason=my+long+text")) {
			assertThat(post(typed + "&version=1")).hasStatus(409)
				.bodyText()
				.containsSubsequence("Somebody else was quicker", "where you can still add it", "marked it done",
						"Write a note", "my long text", "Add the note")
				.doesNotContain("??");
		}
	}

	@Test
	void whatMeansNothingAnyMoreIsSaid() {
		work(WorkState.CLAIMED, 2);
		given(this.items.submit(any(), eq(Rows.KEY), eq(2), any()))
			.willReturn(new WorkOutcome.Conflict(item(WorkState.CLAIMED, 2)));
		assertThat(post("action=WAKE&version=2")).hasStatus(409)
			.bodyText()
			.contains("cannot be done any more")
			.doesNotContain("Somebody else was quicker", "??");
	}

	@Test
	void whatIsPutOffSaysThatClaimingKeepsItSo() {
		WorkItem snoozed = item(WorkState.OPEN, 2).of(null).snoozed(Instant.parse("2026-12-24T00:00:00Z"));
		given(this.items.find(Operators.TENANT, Rows.KEY)).willReturn(Optional.of(snoozed));
		assertThat(page(PAGE))
			.contains("Claim it", "it stays put off until 24 Dec 2026", "aria-describedby=\"claim-hint\"",
					"Take it up now")
			.doesNotContain("Give it back", "??");
		given(this.items.submit(any(), eq(Rows.KEY), eq(2), eq(WorkRequest.of(WorkAction.CLAIM))))
			.willReturn(new WorkOutcome.Changed(snoozed.of(TOM)));
		assertThat(post("action=CLAIM&version=2").getMvcResult().getFlashMap().get("toast"))
			.isEqualTo("You have claimed it. It stays put off until its day.");
		given(this.items.find(Operators.TENANT, Rows.KEY)).willReturn(Optional.of(snoozed.of(Operators.OBJECT_ID)));
		assertThat(page(PAGE)).contains("Give it back", "Take it up now").doesNotContain("Claim it", "Take it over");
	}

	@Test
	void whatIsDoneCannotBeClaimedAndSaysWhatToDo() {
		work(WorkState.DONE, 2);
		assertThat(page(PAGE)).contains("Open it again", "Nobody can claim what is done")
			.doesNotContain("value=\"CLAIM\"", "Give it back", "??");
	}

	@Test
	void aCredentialThatIsGoneKeepsItsHistory() {
		given(this.inventory.credential(Operators.TENANT, Rows.KEY)).willReturn(Optional.empty());
		work(WorkState.CLAIMED, 1);
		given(this.items.history(Operators.TENANT, Rows.KEY))
			.willReturn(List.of(new WorkLine(1, AS_OF, TOM, WorkEvent.NOTED, "asked Rita", null)));
		assertThat(page(PAGE)).contains("is not in the tenant any more", "asked Rita").doesNotContain("??");
	}

	@Test
	void whatNobodyKnowsIsNotFound() {
		given(this.inventory.credential(Operators.TENANT, Rows.KEY)).willReturn(Optional.empty());
		assertThat(this.mvc.get().uri(PAGE).with(Operators.helpDesk())).hasStatus(404)
			.bodyText()
			.contains("Not in the index")
			.doesNotContain("??");
		assertThat(this.mvc.get().uri("/expiry/applications/" + UUID.randomUUID()).with(Operators.helpDesk()))
			.hasStatus(404);
	}

	@Test
	void anApplicationListsAllItsCredentials() {
		assertThat(page("/expiry/applications/" + Rows.OBJECT))
			.contains("Imaging &lt;b&gt;", PAGE, RowView.link(Rows.OTHER), "Rita &lt;i&gt;", Rows.APP_ID.toString())
			.doesNotContain("??");
	}

	@Test
	void theListsOfWorkAreThere() {
		given(this.store.of(eq(Operators.TENANT), eq(Operators.OBJECT_ID), anyInt()))
			.willReturn(List.of(item(WorkState.CLAIMED, 1)));
		given(this.store.lost(eq(Operators.TENANT), anyInt()))
			.willReturn(List.of(item(WorkState.OPEN, 1).absent(Absence.NONE.lost(AS_OF))));
		assertThat(page("/expiry/work")).contains("Imaging &lt;b&gt;", PAGE, "Claimed").doesNotContain("??");
		assertThat(page("/expiry/work?show=lost")).contains("nothing took its place").doesNotContain("??");
		for (String tab : List.of("claimed", "snoozed", "closed")) {
			assertThat(page("/expiry/work?show=" + tab)).contains("class=\"empty\"").doesNotContain("??");
		}
	}

	@Test
	void aViewIsKeptAsThePortalWritesIt() {
		given(this.views.keep(any(), eq("No owner"), any(), eq(true))).willReturn(true);
		assertThat(page("/expiry/views?owner=none&evil=%3Cb%3E")).contains("value=\"owner=none\"", "No owner")
			.doesNotContain("??");
		assertThat(this.mvc.post()
			.uri("/expiry/views")
			.param("name", " No owner ")
			.param("shared", "true")
			.param("query", "owner=none&x=%3Cscript%3E")
			.with(Operators.helpDesk())
			.with(csrf())).hasRedirectedUrl("/expiry?owner=none");
		assertThat(this.mvc.post()
			.uri("/expiry/views")
			.param("query", "owner=none")
			.with(Operators.helpDesk())
			.with(csrf())).hasStatus(422)
			.bodyText()
			.contains("Give the view a name.", "value=\"owner=none\"")
			.doesNotContain("??");
	}

	@Test
	void keptViewsAreListedWithTheirOwners() {
		given(this.views.seenBy(any()))
			.willReturn(List.of(new SavedView(UUID.randomUUID(), Operators.OBJECT_ID, "Mine <b>", "q=x", false),
					new SavedView(UUID.randomUUID(), TOM, "Toms", "view=all", true)));
		assertThat(page("/expiry/views"))
			.contains("Mine &lt;b&gt;", "/expiry?q=x", "Toms", "kept by", TOM.toString(), "Delete the view")
			.doesNotContain("??");
	}

	@Test
	void whatBreaksThePolicyIsCounted() {
		given(this.directory.credentialPolicy()).willReturn(CredentialPolicy.unknown());
		given(this.inventory.counts(any(), any())).willReturn(new BandCounts(Map.of(), 0));
		given(this.inventory.page(any(), any(), any(), any())).willReturn(new CredentialPage(List.of(), null, null));
		given(this.inventory.applicationsWithoutOwner(any(), any())).willReturn(new ApplicationPage(List.of(), null));
		given(this.inventory.applicationsWithManySecrets(any(), any()))
			.willReturn(new ApplicationPage(List.of(new IndexedApplication(Rows.OBJECT, Source.APPLICATION, Rows.APP_ID,
					"Many <b>", AS_OF, OwnerState.GOOD, AS_OF, 7)), null));
		given(this.inventory.countWithManySecrets(any())).willReturn(23L);
		given(this.inventory.unused(any(), any(), any())).willReturn(Optional.empty());
		assertThat(page("/expiry/policy"))
			.contains("Not known", "Live longer than the policy allows", "/expiry/policy/read", "Many &lt;b&gt;",
					"7 live secrets", "and 22 more", "/expiry/last-use")
			.doesNotContain("??", "certificates are demanded");
		given(this.inventory.unused(any(), any(), any())).willReturn(Optional.of(new CredentialPage(
				List.of(Rows.secret(Rows.KEY, this.now.plus(Duration.ofDays(9)), this.now)), null, null)));
		given(this.directory.credentialPolicy())
			.willReturn(new CredentialPolicy(true, false, Duration.ofDays(180), Duration.ofDays(365)));
		assertThat(page("/expiry/policy"))
			.contains("Secrets although certificates are demanded", "180 days", "365 days")
			.doesNotContain("??");
	}

	@Test
	void whoLooksForApplicationsThatNobodyOwnsHasOwnersRead() {
		given(this.directory.credentialPolicy()).willReturn(CredentialPolicy.unknown());
		given(this.inventory.counts(any(), any())).willReturn(new BandCounts(Map.of(), 0));
		given(this.inventory.page(any(), any(), any(), any())).willReturn(new CredentialPage(List.of(), null, null));
		given(this.inventory.applicationsWithoutOwner(any(), any())).willReturn(new ApplicationPage(List.of(), null));
		given(this.inventory.applicationsWithManySecrets(any(), any()))
			.willReturn(new ApplicationPage(List.of(), null));
		given(this.inventory.unused(any(), any(), any())).willReturn(Optional.empty());
		assertThat(page("/expiry/policy")).contains("also those without a credential")
			.doesNotContain("have not been read", "cannot be told", "??");
		verify(this.refreshing).ownersByName(Operators.DELEGATION);

		given(this.refreshing.ownersByName(any())).willReturn(1000);
		given(this.inventory.countOwned(Operators.TENANT, OwnerState.UNKNOWN)).willReturn(1234L);
		given(this.inventory.countOwned(Operators.TENANT, OwnerState.UNTOLD)).willReturn(56L);
		assertThat(page("/expiry/policy"))
			.contains("The owners of 1,234 applications have not been read", "1,000 are being read now",
					"The owners of 56 applications were read, but nobody can tell", "/expiry/policy/people")
			.doesNotContain("??");
		for (Freshness.Cause cause : Freshness.Cause.values()) {
			given(this.refreshing.ownersTrouble(Operators.DELEGATION))
				.willReturn(Optional.of(new Freshness.Trouble(cause, "", "", "", AS_OF)));
			assertThat(page("/expiry/policy")).contains("1,234 applications have not been read", "could not be read")
				.doesNotContain("being read now", "??");
		}
		assertThat(this.mvc.get().uri("/expiry/policy/people").with(Operators.helpDesk()))
			.hasRedirectedUrl("/expiry/policy");
	}

	@Test
	void theReportOnUseIsReadOnRequest() {
		assertThat(page("/expiry/last-use")).contains("AuditLog.Read.All", "Reports Reader").doesNotContain("??");
		assertThat(this.mvc.post().uri("/expiry/last-use").with(Operators.helpDesk()).with(csrf()))
			.hasRedirectedUrl("/expiry/last-use");
		verify(this.refreshing).lastUse(Operators.DELEGATION);
	}

	@Test
	void pagesSayWhatCameOfTheReportOnUse() {
		given(this.inventory.counts(any(), any())).willReturn(new BandCounts(Map.of(), 0));
		given(this.inventory.page(any(), any(), any(), any())).willReturn(new CredentialPage(List.of(), null, null));
		given(this.inventory.applicationsWithoutOwner(any(), any())).willReturn(new ApplicationPage(List.of(), null));
		given(this.inventory.applicationsWithManySecrets(any(), any()))
			.willReturn(new ApplicationPage(List.of(), null));
		given(this.inventory.unused(any(), any(), any())).willReturn(Optional.empty());
		given(this.directory.credentialPolicy()).willReturn(CredentialPolicy.unknown());
		for (String path : List.of(PAGE, "/expiry/policy", "/expiry/last-use")) {
			report(null);
			assertThat(page(path)).contains("Nobody has had").doesNotContain("??");
			report(new LastUseReport(AS_OF, null));
			assertThat(page(path)).contains("report on use was read:", "08:40").doesNotContain("??");
			report(refused("Authentication_RequestFromNonPremiumTenantOrB2CTenant"));
			assertThat(page(path)).contains("could not be read", "no licence Entra ID P1 or P2", "&lt;b&gt;why")
				.doesNotContain("??", "<b>why");
			report(refused("Authorization_RequestDenied"));
			assertThat(page(path)).contains("lacks a directory role", "Reports Reader").doesNotContain("??");
			for (Freshness.Cause cause : Freshness.Cause.values()) {
				report(new LastUseReport(AS_OF, new Freshness.Trouble(cause, "", "", "", AS_OF)));
				assertThat(page(path)).contains("could not be read").doesNotContain("??");
			}
		}
	}

	@Test
	void ownersOfAnApplicationAppearAsTheyCome() {
		IndexedApplication unread = new IndexedApplication(Rows.OBJECT, Source.APPLICATION, Rows.APP_ID, "Imaging",
				AS_OF, OwnerState.UNKNOWN, null, 2);
		String address = "/expiry/applications/" + Rows.OBJECT;
		given(this.inventory.application(Operators.TENANT, Rows.OBJECT)).willReturn(Optional.of(unread));
		given(this.inventory.credential(Operators.TENANT, Rows.KEY)).willReturn(Optional.of(Rows.row(Rows.KEY,
				"Imaging", this.now.plus(Duration.ofDays(5)), this.now, false, OwnerState.UNKNOWN, WorkState.OPEN)));
		given(this.inventory.owners(any(), any())).willReturn(Map.of());
		given(this.refreshing.ownersOf(eq(Operators.DELEGATION), any())).willReturn(1);
		for (String path : List.of(PAGE, address)) {
			assertThat(page(path)).contains("The owners are being read.", address + "/owners?left=60", "every 2s");
		}
		assertThat(page(address + "/owners?left=5")).contains("left=4", "every 2s").doesNotContain("<html", "??");
		assertThat(page(address + "/owners?left=1")).contains("Load this page again").doesNotContain("every 2s");
		for (Freshness.Cause cause : Freshness.Cause.values()) {
			given(this.refreshing.ownersTrouble(Operators.DELEGATION))
				.willReturn(Optional.of(new Freshness.Trouble(cause, "", "", "", AS_OF)));
			assertThat(page(address + "/owners?left=5")).contains("could not be read")
				.doesNotContain("every 2s", "??", "The owners are being read");
		}
		given(this.refreshing.ownersTrouble(Operators.DELEGATION)).willReturn(Optional.empty());
		given(this.refreshing.ownersOf(eq(Operators.DELEGATION), any())).willReturn(0);
		assertThat(page(address)).contains("Not read yet. Load this page again").doesNotContain("owners?left");
		given(this.inventory.application(Operators.TENANT, Rows.OBJECT))
			.willReturn(Optional.of(new IndexedApplication(Rows.OBJECT, Source.APPLICATION, Rows.APP_ID, "Imaging",
					AS_OF, OwnerState.NONE, AS_OF, 2)));
		assertThat(page(address + "/owners?left=5")).contains("Nobody owns it").doesNotContain("every 2s", "??");
	}

	private void report(@Nullable LastUseReport report) {
		given(this.reports.of(Operators.TENANT)).willReturn(Optional.ofNullable(report));
	}

	private static LastUseReport refused(String code) {
		return new LastUseReport(AS_OF, new Freshness.Trouble(Freshness.Cause.REFUSED, code, "<b>why", "req-1", AS_OF));
	}

	private void work(WorkState state, int version) {
		given(this.items.find(Operators.TENANT, Rows.KEY)).willReturn(Optional.of(item(state, version)));
	}

	private static WorkItem item(WorkState state, int version) {
		return new WorkItem(Operators.TENANT, Rows.KEY, version, state, TOM, null, null, "Imaging <b>",
				CredentialKind.SECRET, AS_OF, Absence.NONE, AS_OF);
	}

	private String page(String path) {
		MvcTestResult result = this.mvc.get().uri(path).with(Operators.helpDesk()).exchange();
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult post(String body) {
		return this.mvc.post()
			.uri(PAGE + "/work")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.content(body)
			.with(Operators.helpDesk())
			.with(csrf())
			.exchange();
	}

}
