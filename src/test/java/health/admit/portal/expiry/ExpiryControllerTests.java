package health.admit.portal.expiry;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.BandCounts;
import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.CredentialPage;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.Freshness;
import health.admit.portal.inventory.IndexState;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.LastUseReports;
import health.admit.portal.inventory.MonthCount;
import health.admit.portal.inventory.Owner;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.Refreshing;
import health.admit.portal.inventory.Slice;
import health.admit.portal.inventory.Sorting;
import health.admit.portal.inventory.Source;
import health.admit.portal.inventory.WorkState;
import health.admit.portal.strays.Strays;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = { ExpiryController.class, FreshnessController.class, ProgramsController.class })
@Import(ExpirySlice.class)
class ExpiryControllerTests {

	private static final Instant AS_OF = Instant.parse("2026-11-23T08:40:00Z");

	private final Instant now = Instant.now();

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Inventory inventory;

	@MockitoBean
	private Refreshing refreshing;

	@MockitoBean
	private WorkItems items;

	@MockitoBean
	private SavedViews views;

	@MockitoBean
	private LastUseReports reports;

	@MockitoBean
	private Strays strays;

	@BeforeEach
	void index() {
		freshness(Completeness.COMPLETE, null, null);
		given(this.inventory.counts(eq(Operators.TENANT), any()))
			.willReturn(new BandCounts(Map.of(Band.WEEK, 17L, Band.EXPIRED, 3L), 9));
		given(this.inventory.months(eq(Operators.TENANT), any())).willReturn(
				List.of(new MonthCount(YearMonth.now(ZoneOffset.UTC), 12), new MonthCount(YearMonth.of(2001, 1), 4)));
		rows(row("Imaging viewer", OwnerState.GOOD));
	}

	@Test
	void saysFirstHowCompleteTheListIs() {
		assertThat(page("/expiry"))
			.containsSubsequence("<h1",
					"12,408 applications and 20,512 credentials as of 23 Nov 2026, 08:40 UTC, complete",
					"Imaging viewer", Rows.APP_ID.toString(), "Client secret", "pipeline", "aB3…", "UTC",
					"Within 7 days", "in 4 days", "Ada Owner", "Not covered", "Open")
			.contains("This shows what needs action", "/expiry?band=week", ">17<", "Longer than policy", ">9<",
					"Index complete")
			.doesNotContain("??", "notice-warning", "hx-trigger=\"every 2s\"");
		verify(this.refreshing).ifDue(Operators.DELEGATION);
		verify(this.inventory).page(Operators.TENANT, Listing.USUAL, Sorting.ENDS_FIRST, new Slice(null, 50));
	}

	@Test
	void straySecretsAreCounted() {
		assertThat(page("/expiry")).doesNotContain("data-strays", "/operations/strays");
		given(this.strays.count(Operators.TENANT)).willReturn(2);
		assertThat(page("/expiry")).contains("2 stray secrets", "href=\"/operations/strays\"").doesNotContain("??");
		given(this.strays.count(Operators.TENANT)).willReturn(1);
		assertThat(page("/expiry")).contains("1 stray secret of").doesNotContain("??");
		given(this.strays.count(Operators.TENANT)).willThrow(new IllegalStateException());
		assertThat(page("/expiry")).as("a page does not fail over its notice").doesNotContain("data-strays");
	}

	@Test
	void whatIsNotCompleteIsNeverCalledSo() {
		for (Completeness completeness : Completeness.values()) {
			rows();
			freshness(completeness, null, new Freshness.Trouble(Freshness.Cause.REFUSED, "Authorization_RequestDenied",
					"<b>no</b>", "req-1", AS_OF));
			String page = page("/expiry");
			assertThat(page).doesNotContain("??");
			if (completeness.isComplete()) {
				assertThat(page).contains("Nothing ends in this view; 12,408 applications checked as of");
			}
			else {
				assertThat(page).as(completeness.name())
					.doesNotContain(", complete.", "Index complete", "Nothing ends in this view")
					.containsAnyOf("notice-warning", "notice-danger")
					.contains("This does not mean that nothing ends", "lacks a role or a permission", "Global Reader",
							"&lt;b&gt;no&lt;/b&gt;", "req-1");
			}
		}
	}

	@Test
	void ownersThatCannotBeReadAreNotWaitedFor() {
		given(this.refreshing.owners(any(), any())).willReturn(12);
		given(this.refreshing.ownersOf(any(), any())).willReturn(12);
		rows(row("Imaging viewer", OwnerState.UNKNOWN));
		assertThat(page("/expiry")).contains("hx-get=\"/expiry/owners", "12 applications are being read");
		for (Freshness.Cause cause : Freshness.Cause.values()) {
			given(this.refreshing.ownersTrouble(Operators.DELEGATION))
				.willReturn(Optional.of(new Freshness.Trouble(cause, "", "", "", AS_OF)));
			assertThat(page("/expiry")).contains("owners of 12 applications could not be read")
				.doesNotContain("hx-get=\"/expiry/owners", "are being read", "??");
			assertThat(page("/expiry?owner=none")).contains("could not be read", "not complete");
			assertThat(part("/expiry/owners?owner=none")).doesNotContain("All owners are known");
		}
	}

	@Test
	void everyCauseIsExplained() {
		for (Freshness.Cause cause : Freshness.Cause.values()) {
			freshness(Completeness.FAILED, null, new Freshness.Trouble(cause, "", "", "", AS_OF));
			assertThat(page("/expiry")).doesNotContain("??");
		}
	}

	@Test
	void aReadingIsFollowedAndItsEndIsSaid() {
		freshness(Completeness.FIRST_PASS,
				new Freshness.Activity(Source.APPLICATION, true, 12, 11_988, 100_000, AS_OF, null), null);
		assertThat(page("/expiry"))
			.contains("hx-get=\"/expiry/freshness?seen=reading&amp;left=30\"", "every 2s", "max=\"100000\"",
					"value=\"11988\"", "11,988 of about 100,000 applications, 12 pages", "Load this page again")
			.doesNotContain("??");
		assertThat(this.mvc.get().uri("/expiry/freshness").with(Operators.helpDesk())).hasStatusOk()
			.doesNotContainHeader("HX-Trigger");
		freshness(Completeness.COMPLETE, new Freshness.Activity(Source.APPLICATION, false, 1, 0, 0, AS_OF, AS_OF),
				null);
		assertThat(page("/expiry")).contains("waiting").doesNotContain("??");
		freshness(Completeness.COMPLETE, null, null);
		assertThat(this.mvc.get().uri("/expiry/freshness").with(Operators.helpDesk())).hasStatusOk()
			.hasHeader("HX-Trigger", "indexread")
			.bodyText()
			.contains("complete", "The reading has ended")
			.doesNotContain("hx-get", "<html");
	}

	@Test
	void aBusyGraphIsWaitedForAndNothingElseIsSaid() {
		Freshness.Trouble busy = new Freshness.Trouble(Freshness.Cause.UNAVAILABLE, "", "slow down", "req-1", AS_OF);
		for (Completeness completeness : Completeness.values()) {
			for (boolean full : new boolean[] { true, false }) {
				freshness(completeness,
						new Freshness.Activity(Source.APPLICATION, full, 1, 5, full ? 20 : 0, AS_OF, AS_OF), busy);
				assertThat(page("/expiry")).as(completeness.name())
					.containsOnlyOnce("Microsoft Graph is busy, so the reading")
					.contains("It goes on by itself", "Next try:", "slow down", "req-1")
					.doesNotContain("through all tries", "The portal tries again", "being read:", "??");
			}
		}
	}

	@Test
	void whatIsBeingReadAgainIsNotAskedForAgain() {
		freshness(Completeness.PARTIAL, new Freshness.Activity(Source.APPLICATION, true, 1, 500, 12_409, AS_OF, null),
				new Freshness.Trouble(Freshness.Cause.COUNT_DIFFERS, "", "", "", AS_OF));
		assertThat(page("/expiry"))
			.contains("Not complete: 12,408 applications", "missing here", "500 of about 12,409 applications")
			.doesNotContain("counts more applications", "in some minutes. If");
		freshness(Completeness.PARTIAL, null, new Freshness.Trouble(Freshness.Cause.COUNT_DIFFERS, "", "", "", AS_OF));
		assertThat(page("/expiry")).contains("missing here", "counts more applications", "in some minutes. If");
	}

	@Test
	void everySourceIsCountedAndTheOneThatIsMeantIsNamed() {
		freshness(IndexState.ofPrincipals(Completeness.COMPLETE, 12, 1, 56, AS_OF, null, null));
		rows();
		assertThat(page("/expiry")).contains(
				"12 applications, 1 enterprise application and 56 credentials as of 23 Nov 2026, 08:40 UTC, complete.",
				"Nothing ends in this view; 12 applications and 1 enterprise application checked as of");
		for (Freshness.Cause cause : Freshness.Cause.values()) {
			for (Completeness completeness : List.of(Completeness.PARTIAL, Completeness.FAILED)) {
				freshness(IndexState.ofPrincipals(completeness, 12, 34, 56, AS_OF, null,
						new Freshness.Trouble(cause, "", "", "", AS_OF)));
				assertThat(page("/expiry"))
					.contains("12 applications, 34 enterprise applications and 56 credentials",
							" of " + ((completeness == Completeness.PARTIAL) ? "all " : "")
									+ "enterprise applications ")
					.doesNotContain("??")
					.doesNotContainPattern("(list|read|more|with which|write) applications");
			}
		}
		freshness(IndexState.ofPrincipals(Completeness.FIRST_PASS, 12, 34, 56, null,
				new Freshness.Activity(Source.SERVICE_PRINCIPAL, true, 1, 34, 90, AS_OF, null), null));
		assertThat(page("/expiry")).contains("reads all enterprise applications of the tenant for the first time",
				"34 of about 90 enterprise applications, 1 page");
	}

	@Test
	void whoComesFirstIsToldWhatHappensAndSeesNoFigures() {
		freshness(IndexState.of(Completeness.NEVER, 0, 0, null, null, null));
		rows();
		assertThat(page("/expiry"))
			.contains("The portal has not read this tenant yet", "begins to read all applications",
					"nothing in your tenant is changed", "seconds", "minutes", "it goes on when you leave",
					"The list appears here when the reading has ended")
			.doesNotContain("tile-count", "??");
	}

	@Test
	void aPageThatIsLeftOpenStopsAsking() {
		String seen = "seen=COMPLETE." + AS_OF;
		assertThat(page("/expiry")).contains("hx-get=\"/expiry/freshness?" + seen + "&amp;left=30\"", "every 10s");
		assertThat(this.mvc.get().uri("/expiry/freshness?left=7&" + seen).with(Operators.helpDesk())).hasStatusOk()
			.doesNotContainHeader("HX-Trigger")
			.bodyText()
			.contains("left=6", "every 10s")
			.doesNotContain("The reading has ended");
		assertThat(part("/expiry/freshness?left=1&" + seen)).doesNotContain("hx-get");
		assertThat(part("/expiry/freshness?left=99999&" + seen)).doesNotContain("hx-get");
		assertThat(this.mvc.get()
			.uri("/expiry/freshness?left=7&seen=COMPLETE.2026-11-23T08:20:00Z")
			.with(Operators.helpDesk())).hasHeader("HX-Trigger", "indexread").bodyText().contains("has ended");
		freshness(Completeness.COMPLETE, new Freshness.Activity(Source.APPLICATION, false, 1, 0, 0, AS_OF, null), null);
		assertThat(part("/expiry/freshness?left=7&" + seen)).contains("left=7", "every 2s");
		freshness(Completeness.NEVER, null, null);
		assertThat(part("/expiry/freshness?left=1&" + seen)).doesNotContain("hx-get");
	}

	@Test
	void theListCanBeTakenElsewhere() {
		assertThat(page("/expiry?band=week&q=%3Cb%3E")).contains("/expiry/export.csv?band=week&amp;q=%3Cb%3E",
				"/expiry/export.xlsx?band=week&amp;q=%3Cb%3E", "href=\"/expiry/calendar\"",
				"href=\"/expiry/reminders\"", "/expiry/programs?band=week&amp;q=%3Cb%3E");
		assertThat(page("/expiry/programs?band=week&owner=none&x=%22%3E%3Cb%3E"))
			.contains("http://localhost:8080/api/credentials?band=week&amp;owner=none", "two-months", "first-pass",
					"/api/index", "href=\"/expiry?band=week&amp;owner=none\"")
			.doesNotContain("??", "<b>");
	}

	@Test
	void anybodyOfTheHelpDeskCanHaveItRead() {
		assertThat(this.mvc.post().uri("/expiry/refresh").with(Operators.helpDesk()).with(csrf()))
			.hasRedirectedUrl("/expiry");
		verify(this.refreshing).now(Operators.DELEGATION);
		assertThat(this.mvc.post().uri("/expiry/everything").with(Operators.helpDesk()).with(csrf()))
			.hasRedirectedUrl("/expiry");
		verify(this.refreshing).everything(Operators.DELEGATION);
		assertThat(this.mvc.post().uri("/expiry/refresh").with(Operators.helpDesk())).hasStatus(403);
		assertThat(this.mvc.post().uri("/expiry/refresh").with(Operators.auditor()).with(csrf())).hasStatus(403);
		assertThat(this.mvc.get().uri("/expiry").with(Operators.auditor())).hasStatus(403);
	}

	@Test
	void aFilterIsShownAsChipsThatCanBeTakenAway() {
		String page = page("/expiry?band=week&owner=none&owner=guest&covered=no&q=%3Cb%3E&sort=name&size=25");
		assertThat(page)
			.contains("Take away:", "No owner", "&lt;b&gt;",
					"/expiry?band=week&amp;owner=none&amp;covered=no&amp;q=%3Cb%3E&amp;sort=name&amp;size=25",
					"Clear all", "aria-sort=\"ascending\"", "sort=name-descending")
			.doesNotContain("This shows what needs action", "??", "<b>");
		verify(this.inventory).page(
				Operators.TENANT, new CredentialFilter(Set.of(Band.WEEK), Set.of(), Set.of(),
						Set.of(OwnerState.NONE, OwnerState.GUEST), Set.of(), false, null, "<b>"),
				Sorting.NAME, new Slice(null, 25));
	}

	@Test
	void aListChosenByOwnersSaysThatOwnersAreMissing() {
		given(this.refreshing.owners(eq(Operators.DELEGATION), any())).willReturn(412);
		rows();
		assertThat(page("/expiry?owner=none")).contains("Owners of 412 applications are being read",
				"it is not complete before that", "hx-get=\"/expiry/owners?owner=none&amp;left=60\"", "every 2s");
		assertThat(part("/expiry/owners?owner=none&left=9")).contains("Owners of 412 applications", "every 2s",
				"left=8");
		assertThat(part("/expiry/owners?owner=none&left=1"))
			.contains("Owners of 412 applications", "Load this page again")
			.doesNotContain("every 2s");
		given(this.refreshing.owners(eq(Operators.DELEGATION), any())).willReturn(0);
		assertThat(part("/expiry/owners?owner=none")).contains("Show the complete list").doesNotContain("every 2s");
	}

	@Test
	void aListChosenByOwnersSaysWhichOwnersCannotBeTold() {
		given(this.inventory.untold(eq(Operators.TENANT), any())).willReturn(1204L);
		for (String list : List.of(page("/expiry?owner=none&band=week"),
				part("/expiry/owners?owner=none&band=week&left=3"))) {
			assertThat(list)
				.contains("it may lack 1,204 credentials", "only the ids of owners",
						"href=\"/expiry/people?band=week&amp;owner=none\"")
				.doesNotContain("All owners are known", "complete list", "every 2s", "??");
		}
		assertThat(part("/expiry/owners?owner=none&left=3")).contains("All owners have been read now");
		assertThat(this.mvc.get().uri("/expiry/people?owner=none&from=x").with(Operators.helpDesk()))
			.hasRedirectedUrl("/expiry?owner=none&from=x");
		rows(row("Imaging viewer", OwnerState.UNTOLD));
		assertThat(page("/expiry?owner=untold")).containsSubsequence("<tbody>", "Not to be told", "</tbody>")
			.doesNotContain("<span class=\"quiet\">Not read yet", "??");
	}

	@Test
	void ownersAppearInTheirRows() {
		given(this.refreshing.ownersOf(Operators.DELEGATION, List.of(Rows.OBJECT))).willReturn(1);
		rows(row("Imaging viewer", OwnerState.UNKNOWN));
		assertThat(page("/expiry")).contains("Owners of 1 application are being read", "Not read yet", "every 2s");
		rows(row("Imaging viewer", OwnerState.GOOD));
		assertThat(part("/expiry/owners?view=all")).contains("hx-swap-oob=\"true\"", "Ada Owner")
			.doesNotContain("every 2s", "??");
	}

	@Test
	void hostileNamesStayText() {
		String hostile = "\"><img src=x onerror=alert(1)>";
		given(this.inventory.owners(any(), any())).willReturn(
				Map.of(Rows.OBJECT, List.of(new Owner(UUID.randomUUID(), hostile, hostile, null, OwnerState.GUEST))));
		rows(row(hostile, OwnerState.GUEST));
		assertThat(page("/expiry")).doesNotContain("<img src=x").contains("&lt;img src=x", "Only guests");
	}

	@Test
	void severalAreClaimedAtOnce() {
		given(this.items.claim(any(), eq(List.of(Rows.KEY, Rows.OTHER)))).willReturn(2);
		assertThat(this.mvc.post()
			.uri("/expiry/claim")
			.param("key", RowView.id(Rows.KEY), RowView.id(Rows.OTHER), "nonsense")
			.param("from", "band=week&evil=1")
			.with(Operators.helpDesk())
			.with(csrf())).hasRedirectedUrl("/expiry?band=week");
		assertThat(this.mvc.post().uri("/expiry/claim").with(Operators.helpDesk()).with(csrf()))
			.hasStatus3xxRedirection();
	}

	@Test
	void thePagesOfTheListAreLinked() {
		given(this.inventory.page(eq(Operators.TENANT), any(), any(), any()))
			.willReturn(new CredentialPage(List.of(row("A", OwnerState.GOOD)), "n-1", "p_2"));
		assertThat(page("/expiry?view=all&from=x")).contains("href=\"/expiry?view=all&amp;from=n-1\"",
				"href=\"/expiry?view=all&amp;from=p_2\"");
		verify(this.inventory).page(Operators.TENANT, CredentialFilter.ALL, Sorting.ENDS_FIRST, new Slice("x", 50));
	}

	private CredentialRow row(String name, OwnerState owners) {
		return Rows.row(Rows.KEY, name, this.now.plus(Duration.ofDays(5)), this.now, false, owners, WorkState.OPEN);
	}

	private void rows(CredentialRow... rows) {
		given(this.inventory.page(eq(Operators.TENANT), any(), any(), any()))
			.willReturn(new CredentialPage(List.of(rows), null, null));
		if (rows.length > 0 && rows[0].owners() == OwnerState.GOOD) {
			given(this.inventory.owners(any(), any())).willReturn(Map.of(Rows.OBJECT,
					List.of(new Owner(UUID.randomUUID(), "Ada Owner", "ada@contoso.example", null, OwnerState.GOOD))));
		}
	}

	private void freshness(Completeness completeness, Freshness.Activity activity, Freshness.Trouble trouble) {
		freshness(IndexState.of(completeness, 12_408, 20_512, AS_OF, activity, trouble));
	}

	private void freshness(Freshness freshness) {
		given(this.inventory.freshness(Operators.TENANT)).willReturn(freshness);
	}

	private String page(String path) {
		String page = part(path);
		assertThat(page).contains("<html");
		return page;
	}

	private String part(String path) {
		MvcTestResult result = this.mvc.get().uri(URI.create(path)).with(Operators.helpDesk()).exchange();
		assertThat(result).hasStatusOk();
		try {
			return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
