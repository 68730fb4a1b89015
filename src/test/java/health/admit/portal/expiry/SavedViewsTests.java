package health.admit.portal.expiry;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.signin.Operator;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class SavedViewsTests {

	private static final UUID TENANT = UUID.randomUUID();

	private static final Operator TOM = new Operator(TENANT, UUID.randomUUID(), "Tom", "tom", Set.of());

	private static final Operator HANA = new Operator(TENANT, UUID.randomUUID(), "Hana", "hana", Set.of());

	private static final Operator STRANGER = new Operator(UUID.randomUUID(), TOM.objectId(), "Tom", "tom", Set.of());

	private static final Listing LISTING = Listing.of(Map.of("owner", List.of("none"), "evil", List.of("x")));

	private final SavedViews views;

	SavedViewsTests(Database database) {
		this.views = new SavedViews(database.fresh().jdbc(), Clock.systemUTC());
	}

	@Test
	void aViewIsItsOwnersUntilItIsShared() {
		assertThat(this.views.keep(TOM, "No owner", LISTING, false)).isTrue();
		SavedView kept = this.views.seenBy(TOM).get(0);
		assertThat(kept.link()).isEqualTo("/expiry?owner=none");
		assertThat(this.views.seenBy(HANA)).isEmpty();
		assertThat(this.views.change(HANA, kept.id(), "Mine", true)).isFalse();
		assertThat(this.views.change(TOM, kept.id(), "Nobody's", true)).isTrue();
		assertThat(this.views.seenBy(HANA)).extracting(SavedView::name).containsExactly("Nobody's");
		assertThat(this.views.seenBy(STRANGER)).isEmpty();
		assertThat(this.views.drop(HANA, kept.id())).isFalse();
		assertThat(this.views.drop(STRANGER, kept.id())).isFalse();
		assertThat(this.views.drop(TOM, kept.id())).isTrue();
		assertThat(this.views.seenBy(TOM)).isEmpty();
	}

	@Test
	void nobodyKeepsViewsWithoutEnd() {
		for (int count = 0; count < SavedViews.MOST; count++) {
			assertThat(this.views.keep(TOM, "View " + count, LISTING, false)).isTrue();
		}
		assertThat(this.views.keep(TOM, "One more", LISTING, false)).isFalse();
		assertThat(this.views.keep(HANA, "First", LISTING, false)).isTrue();
	}

}
