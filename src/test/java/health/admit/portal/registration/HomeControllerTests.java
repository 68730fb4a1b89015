package health.admit.portal.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.BandCounts;
import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.IndexState;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.OperationState;
import health.admit.portal.operation.Operations;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = { HomeController.class, RegistrationsController.class })
@Import(RegistrationSlice.class)
class HomeControllerTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MemoryDrafts drafts;

	@MockitoBean
	private Operations operations;

	@MockitoBean
	private Inventory inventory;

	@BeforeEach
	void index() {
		given(this.inventory.freshness(Operators.TENANT))
			.willReturn(IndexState.of(Completeness.COMPLETE, 408, 512, NOW, null, null));
		given(this.inventory.counts(eq(Operators.TENANT), any())).willReturn(new BandCounts(Map.of(Band.WEEK, 17L), 0));
	}

	@Test
	void aRegistrarBeginsGoesOnAndSeesWhatWaits() {
		this.drafts
			.put(Contents.draft(DraftContent.empty().with(Contents.basics("A & B", AccountTypes.THIS_DIRECTORY))));
		OperationId id = OperationId.random();
		given(this.operations.open(Operators.TENANT))
			.willReturn(List.of(new OperationState(id, Operators.TENANT, Operators.OBJECT_ID,
					RegistrationPlanner.plan(Contents.complete(), new TenantSnapshot(Map.of()), LocalDate.EPOCH),
					OperationState.Phase.PARKED, List.of(), Map.of(), NOW, NOW)));
		assertThat(this.mvc.get().uri("/").with(Operators.registrar())).hasStatusOk()
			.bodyText()
			.contains("Register a client", "A &amp; B", "Waits at", "/operations/" + id,
					"waits for somebody to sign in")
			.doesNotContain("??");
	}

	@Test
	void aRegistrarSeesWhatEndsSoonAndOfWhen() {
		assertThat(this.mvc.get().uri("/").with(Operators.registrar())).hasStatusOk()
			.bodyText()
			.contains("408 applications and 512 credentials as of 23 Nov 2026, 08:40 UTC, complete", "Within 7 days",
					">17<", "/expiry?band=week")
			.doesNotContain("??", "not complete");
		given(this.inventory.freshness(Operators.TENANT))
			.willReturn(IndexState.of(Completeness.PARTIAL, 408, 512, NOW, null, null));
		assertThat(this.mvc.get().uri("/").with(Operators.registrar())).bodyText().contains("not complete");
	}

	@Test
	void theHelpDeskArrivesAtItsListAndAuditorsAreToldWhatTheyMayDo() {
		assertThat(this.mvc.get().uri("/").with(Operators.helpDesk())).hasRedirectedUrl("/expiry");
		assertThat(this.mvc.get().uri("/").with(Operators.auditor())).hasStatusOk()
			.bodyText()
			.contains("audit trail")
			.doesNotContain("??");
	}

	@Test
	void aRegistrationBeginsWithItsFirstPageAndCanBeDiscarded() {
		assertThat(this.mvc.post().uri("/registrations").with(Operators.registrar()).with(csrf()))
			.hasStatus3xxRedirection();
		Draft begun = this.drafts.of(Contents.ADA)
			.stream()
			.filter((draft) -> draft.version() == 0)
			.findFirst()
			.orElseThrow();
		assertThat(this.mvc.get().uri("/registrations").with(Operators.registrar())).bodyText()
			.contains("Not named yet", "/registrations/" + begun.id() + "/basics");
		assertThat(this.mvc.post()
			.uri("/registrations/" + begun.id() + "/discard")
			.with(Operators.registrar())
			.with(csrf())).hasRedirectedUrl("/registrations");
		assertThat(this.drafts.get(begun.id())).isNull();
	}

	@Test
	void theHelpDeskCannotBegin() {
		assertThat(this.mvc.post().uri("/registrations").with(Operators.helpDesk()).with(csrf())).hasStatus(403);
	}

}
