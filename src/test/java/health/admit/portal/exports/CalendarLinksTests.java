package health.admit.portal.exports;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import health.admit.support.SettableClock;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.PortalRole;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class CalendarLinksTests {

	private final Operator hana = operator();

	private final SettableClock clock = new SettableClock(Lists.NOW);

	private final JdbcClient jdbc;

	private final CalendarLinks links;

	CalendarLinksTests(Database database) {
		this.jdbc = database.fresh().jdbc();
		this.links = new CalendarLinks(this.jdbc, this.clock);
	}

	@Test
	void aTokenFindsItsOwner() {
		String token = this.links.create(this.hana);
		assertThat(token).matches("[A-Za-z0-9_-]{43}");
		assertThat(this.links.find(token)).get()
			.satisfies((link) -> assertThat(link.owner()).isEqualTo(this.hana.objectId()));
		assertThat(this.links.find(token + "x")).isEmpty();
		assertThat(this.links.find("")).isEmpty();
	}

	@Test
	void theDatabaseDoesNotHoldTheToken() {
		String token = this.links.create(this.hana);
		assertThat(this.jdbc.sql("select token_hash from calendar_link").query(String.class).single())
			.matches("[0-9a-f]{64}")
			.doesNotContain(token);
	}

	@Test
	void aNewLinkReplacesTheOldOne() {
		String old = this.links.create(this.hana);
		String other = this.links.create(operator());
		String fresh = this.links.create(this.hana);
		assertThat(this.links.find(old)).isEmpty();
		assertThat(this.links.find(fresh)).isPresent();
		assertThat(this.links.find(other)).isPresent();
	}

	@Test
	void aRevokedLinkIsGone() {
		String token = this.links.create(this.hana);
		this.links.revoke(this.hana);
		assertThat(this.links.find(token)).isEmpty();
		assertThat(this.links.visit(this.hana)).isEmpty();
	}

	@Test
	void aLinkLivesForAsLongAsItsOwnerComesBack() {
		String token = this.links.create(this.hana);
		this.clock.pass(Duration.ofDays(179));
		assertThat(this.links.find(token)).isPresent();
		assertThat(this.links.visit(this.hana)).isPresent();
		this.clock.pass(Duration.ofDays(179));
		assertThat(this.links.find(token)).isPresent();
		this.clock.pass(Duration.ofDays(2));
		assertThat(this.links.find(token)).isEmpty();
		assertThat(this.links.visit(this.hana)).isEmpty();
		assertThat(this.links.find(token)).isEmpty();
		assertThat(this.links.find(this.links.create(this.hana))).isPresent();
	}

	private static Operator operator() {
		return new Operator(UUID.randomUUID(), UUID.randomUUID(), "Hana", "hana@contoso.example",
				Set.of(PortalRole.HELP_DESK));
	}

}
