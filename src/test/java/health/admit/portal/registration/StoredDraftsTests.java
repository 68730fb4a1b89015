package health.admit.portal.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.operation.OperationId;
import health.admit.portal.signin.Operator;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnEachDatabase
class StoredDraftsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");

	private static final Operator OTHER = new Operator(Contents.ADA.tenant(), UUID.randomUUID(), "Bob", "bob",
			Set.of());

	private final Database database;

	private TestDatabase fresh;

	private StoredDrafts drafts;

	StoredDraftsTests(Database database) {
		this.database = database;
	}

	@BeforeEach
	void fresh() {
		this.fresh = this.database.fresh();
		this.drafts = at(NOW);
	}

	@Test
	void whatWasDecidedComesBackAsItWas() {
		Draft begun = this.drafts.begin(Contents.ADA);
		this.drafts.save(Contents.ADA, begun.id(), 0, Contents.complete());
		Draft found = this.drafts.find(Contents.ADA, begun.id()).orElseThrow();
		assertThat(found.content()).isEqualTo(Contents.complete());
		assertThat(found.version()).isEqualTo(1);
		assertThat(found.changedAt()).isEqualTo(NOW);
	}

	@Test
	void aSaveOfAnOlderVersionIsRefusedAndKeepsNothing() {
		Draft begun = this.drafts.begin(Contents.ADA);
		this.drafts.save(Contents.ADA, begun.id(), 0, DraftContent.empty().with(Contents.basics()));
		assertThatThrownBy(() -> this.drafts.save(Contents.ADA, begun.id(), 0, Contents.complete()))
			.isInstanceOf(DraftChangedElsewhere.class);
		assertThat(this.drafts.find(Contents.ADA, begun.id()).orElseThrow().content().credential()).isNull();
		this.drafts.putAside(Contents.ADA, begun.id(), Contents.complete());
		assertThat(this.drafts.putAside(Contents.ADA, begun.id())).contains(Contents.complete());
	}

	@Test
	void anotherOperatorSeesAndChangesNothing() {
		Draft begun = this.drafts.begin(Contents.ADA);
		assertThat(this.drafts.find(OTHER, begun.id())).isEmpty();
		assertThat(this.drafts.of(OTHER)).isEmpty();
		this.drafts.discard(OTHER, begun.id());
		assertThatThrownBy(() -> this.drafts.save(OTHER, begun.id(), 0, Contents.complete()))
			.isInstanceOf(DraftNotFound.class);
		assertThat(this.drafts.of(Contents.ADA)).hasSize(1);
	}

	@Test
	void aConfirmedDraftIsClosedAndLeadsToItsOperation() {
		Draft begun = this.drafts.begin(Contents.ADA);
		OperationId operation = OperationId.random();
		this.drafts.confirm(Contents.ADA, begun.id(), 0, operation);
		assertThat(this.drafts.of(Contents.ADA)).isEmpty();
		assertThatThrownBy(() -> this.drafts.save(Contents.ADA, begun.id(), 1, Contents.complete()))
			.isInstanceOf(DraftChangedElsewhere.class);
		assertThatThrownBy(() -> this.drafts.confirm(Contents.ADA, begun.id(), 1, OperationId.random()))
			.isInstanceOf(DraftChangedElsewhere.class);
		assertThat(this.drafts.find(Contents.ADA, begun.id())).get().extracting(Draft::operation).isEqualTo(operation);
	}

	@Test
	void draftsThatNobodyTouchesAreDroppedAfterThirtyDays() {
		Draft old = this.drafts.begin(Contents.ADA);
		at(NOW.plus(Duration.ofDays(29))).begin(Contents.ADA);
		assertThat(this.drafts.find(Contents.ADA, old.id())).isPresent();
		at(NOW.plus(Duration.ofDays(31))).begin(Contents.ADA);
		assertThat(this.drafts.find(Contents.ADA, old.id())).isEmpty();
	}

	private StoredDrafts at(Instant now) {
		return new StoredDrafts(this.fresh.jdbc(), new DraftJson(JsonMapper.builder().build()),
				Clock.fixed(now, ZoneOffset.UTC));
	}

}
