package health.admit.portal.strays;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.FakeInventory;
import health.admit.portal.inventory.MarkedSecret;
import health.admit.portal.inventory.Refreshing;
import health.admit.portal.operation.KnownOperation;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.OperationState.Phase;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = StraysController.class)
@Import({ StrayViews.class, Texts.class, StraysControllerTests.Index.class })
class StraysControllerTests {

	private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

	private static final OperationId MAKER = OperationId.random();

	private static final OperationId REMOVER = OperationId.random();

	private final CredentialRow row = FakeInventory.secret("Imaging <b>viewer</b>", NOW.plusSeconds(864_000), NOW);

	private final String address = "/operations/strays/" + this.row.key().objectId() + "/" + this.row.key().keyId();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeInventory inventory;

	@MockitoBean
	private Strays strays;

	@MockitoBean
	private Refreshing refreshing;

	@BeforeEach
	void index() {
		this.inventory.clear();
		this.inventory.put(this.row);
		stray(Judgement.OTHER_KEPT, Removal.NONE);
	}

	@Test
	void aStrayIsListedWithEverythingOneNeedsToJudgeIt() {
		assertThat(page("/operations/strays"))
			.contains("2 applications and 3 credentials as of 23 Nov 2026, 06:00 UTC, complete",
					"Imaging &lt;b&gt;viewer&lt;/b&gt;", this.row.key().keyId().toString(), "abc…",
					this.row.appId().toString(), "keeps another secret", "Register Viewer",
					"href=\"/operations/" + MAKER + "\"", "href=\"" + this.address + "\"", "second installation",
					"not known")
			.doesNotContain("??", "<b>viewer");
		then(this.refreshing).should().ifDue(Operators.DELEGATION);
	}

	@ParameterizedTest
	@EnumSource(Judgement.class)
	void everyReasonIsExplained(Judgement judgement) {
		if (judgement.isStray()) {
			stray(judgement, Removal.NONE);
			assertThat(page("/operations/strays")).doesNotContain("??");
		}
	}

	@ParameterizedTest
	@EnumSource(Removal.class)
	void aRemovalThatWasAskedForIsNotOfferedAgain(Removal removal) {
		stray(Judgement.OTHER_KEPT, removal);
		if (removal == Removal.NONE) {
			assertThat(page("/operations/strays")).contains(this.address);
			return;
		}
		assertThat(page("/operations/strays")).contains("href=\"/operations/" + REMOVER + "\"")
			.doesNotContain(this.address, "??");
		assertThat(this.mvc.get().uri(this.address).with(Operators.registrar())).hasRedirectedUrl("/operations/strays");
	}

	@Test
	void theHelpDeskSeesThemAndRemovesNothing() {
		assertThat(this.mvc.get().uri("/operations/strays").with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("keeps another secret", "A registrar can remove it")
			.doesNotContain(this.address, "??");
		assertThat(this.mvc.get().uri(this.address).with(Operators.helpDesk())).hasStatus(403);
		assertThat(this.mvc.post()
			.uri(this.address)
			.param("key", UUID.randomUUID().toString())
			.with(Operators.helpDesk())
			.with(csrf())).hasStatus(403);
		assertThat(this.mvc.get().uri("/operations/strays").with(Operators.auditor())).hasStatus(403);
		then(this.strays).should(never()).remove(any(), any(), any(), any());
	}

	@Test
	void nothingIsRemovedBeforeItIsConfirmed() {
		assertThat(page(this.address))
			.contains("Remove the stray secret of Imaging &lt;b&gt;viewer&lt;/b&gt;?",
					this.row.key().keyId().toString(), "cannot be brought back", "keeps another secret",
					"second installation", "not known", "name=\"_csrf\"", "name=\"key\"")
			.doesNotContain("??", "<b>viewer");
		then(this.strays).should(never()).remove(any(), any(), any(), any());
	}

	@Test
	void aConfirmedRemovalLeadsToItsOperation() {
		UUID key = UUID.randomUUID();
		given(this.strays.remove(this.row.key(), "Imaging <b>viewer</b>", key, Operators.DELEGATION))
			.willReturn(Optional.of(REMOVER));
		for (int sent = 0; sent < 2; sent++) {
			assertThat(this.mvc.post()
				.uri(this.address)
				.param("key", key.toString())
				.with(Operators.registrar())
				.with(csrf())).hasRedirectedUrl("/operations/" + REMOVER);
		}
		assertThat(this.mvc.post().uri(this.address).param("key", key.toString()).with(Operators.registrar()))
			.as("without the token of the form")
			.hasStatus(403);
		assertThat(this.mvc.post().uri(this.address).with(Operators.registrar()).with(csrf())).as("without a key")
			.hasStatus(400);
	}

	@Test
	void whatIsNoStrayAnyMoreIsLeftAlone() {
		given(this.strays.find(eq(Operators.TENANT), any())).willReturn(Optional.empty());
		assertThat(this.mvc.get().uri(this.address).with(Operators.registrar())).hasRedirectedUrl("/operations/strays");
		assertThat(this.mvc.post()
			.uri(this.address)
			.param("key", UUID.randomUUID().toString())
			.with(Operators.registrar())
			.with(csrf())).hasRedirectedUrl("/operations/strays");
		then(this.strays).should(never()).remove(any(), any(), any(), any());
	}

	@Test
	void noneAreOnlySaidToBeThereNotWhenTheIndexIsComplete() {
		given(this.strays.of(Operators.TENANT)).willReturn(new StrayList(List.of(), true));
		assertThat(page("/operations/strays")).contains("No stray secrets").doesNotContain("first 500", "??");
		this.inventory.state(Completeness.PARTIAL, NOW);
		assertThat(page("/operations/strays")).contains("this does not mean that there is none", "Not complete")
			.doesNotContain("No stray secrets", "??");
		given(this.strays.of(Operators.TENANT)).willReturn(new StrayList(List.of(), false));
		assertThat(page("/operations/strays")).contains("Only the first 500 secrets").doesNotContain("??");
	}

	private String page(String path) {
		MvcTestResult result = this.mvc.get().uri(path).with(Operators.registrar()).exchange();
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private void stray(Judgement why, Removal removal) {
		KnownOperation maker = (why != Judgement.UNKNOWN_OPERATION)
				? operation(MAKER, "registration", "Viewer", Phase.FINISHED) : null;
		KnownOperation remover = (removal != Removal.NONE) ? operation(REMOVER, "stray", "Viewer", Phase.RUNNING)
				: null;
		Stray stray = new Stray(new MarkedSecret(this.row.key(), MAKER.value()), why, maker, removal, remover);
		given(this.strays.of(Operators.TENANT)).willReturn(new StrayList(List.of(stray), true));
		given(this.strays.find(Operators.TENANT, this.row.key())).willReturn(Optional.of(stray));
	}

	private static KnownOperation operation(OperationId id, String kind, String title, Phase phase) {
		return new KnownOperation(id, kind, title, phase, Map.of(), NOW);
	}

	@TestConfiguration
	static class Index {

		@Bean
		FakeInventory inventory() {
			return new FakeInventory();
		}

	}

}
