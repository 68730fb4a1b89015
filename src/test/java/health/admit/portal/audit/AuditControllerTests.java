package health.admit.portal.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.signin.Operator;
import health.admit.portal.signin.People;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

@PortalWebTest(controllers = AuditController.class)
class AuditControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private People people;

	@MockitoBean
	private AuditRows rows;

	@MockitoBean
	private ChainVerifier verifier;

	@Test
	void showsEntriesAndHowFarTheyAreVerified() {
		given(this.verifier.verify(Operators.TENANT)).willReturn(ChainCheck.intact(7));
		given(this.rows.newest(eq(Operators.TENANT), any(), anyLong(), anyInt()))
			.willReturn(List.of(new AuditRow(Operators.TENANT, 7, Instant.EPOCH, UUID.randomUUID(),
					"application.create.did", UUID.randomUUID(), "<b>x", "{\"fact.appId\":\"<i>\"}", "", "")));
		assertThat(this.mvc.get().uri("/audit").with(Operators.auditor())).hasStatusOk()
			.bodyText()
			.contains("verified up to entry 7")
			.contains("application.create.did")
			.contains("&lt;b&gt;x")
			.contains("&lt;i&gt;");
	}

	@Test
	void namesWhoActed() {
		UUID grace = UUID.randomUUID();
		UUID nameless = UUID.randomUUID();
		this.people.remember(new Operator(Operators.TENANT, grace, "Grace <b>", "grace@contoso.example", Set.of()));
		given(this.verifier.verify(Operators.TENANT)).willReturn(ChainCheck.intact(3));
		given(this.rows.newest(eq(Operators.TENANT), any(), anyLong(), anyInt()))
			.willReturn(List.of(row(3, grace), row(2, Operators.OBJECT_ID), row(1, nameless)));
		assertThat(this.mvc.get().uri("/audit").with(Operators.auditor())).hasStatusOk()
			.bodyText()
			.contains("<bdi>Grace &lt;b&gt;</bdi>", grace.toString(), "<bdi>Otto Auditor</bdi>", "(you)",
					Operators.OBJECT_ID.toString(), nameless.toString())
			.doesNotContain("??");
	}

	private static AuditRow row(long seq, UUID actor) {
		return new AuditRow(Operators.TENANT, seq, Instant.EPOCH, actor, "application.create.did", null, "x", "{}", "",
				"");
	}

	@Test
	void namesTheBrokenEntry() {
		given(this.verifier.verify(Operators.TENANT)).willReturn(ChainCheck.broken(3, 4, ChainCheck.Flaw.ALTERED));
		assertThat(this.mvc.get().uri("/audit").with(Operators.auditor())).hasStatusOk()
			.bodyText()
			.contains("Entry 4 was altered");
	}

	@Test
	void isForAuditorsOnly() {
		assertThat(this.mvc.get().uri("/audit").with(Operators.helpDesk())).hasStatus(403);
	}

}
