package health.admit.portal.inventory;

import java.util.List;
import java.util.UUID;

import health.admit.portal.directory.DirectoryPerson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnershipTests {

	private final DirectoryPerson ada = person(true, false);

	private final DirectoryPerson leaver = person(false, false);

	private final DirectoryPerson guest = person(true, true);

	@Test
	void oneWhoCanBeAskedIsEnough() {
		assertThat(state(this.leaver, this.guest, this.ada)).isEqualTo(OwnerState.GOOD);
	}

	@Test
	void saysWhoIsLeft() {
		assertThat(state()).isEqualTo(OwnerState.NONE);
		assertThat(state(this.leaver)).isEqualTo(OwnerState.DISABLED);
		assertThat(state(this.leaver, this.guest)).isEqualTo(OwnerState.GUEST);
	}

	@Test
	void saysNothingAboutPeopleItMayNotSee() {
		assertThat(state(person(null, false))).isEqualTo(OwnerState.UNKNOWN);
		assertThat(state(person(null, false), this.leaver)).isEqualTo(OwnerState.UNKNOWN);
	}

	@Test
	void anOwnerWhoIsListedNoMoreIsGone() {
		Ownership before = Ownership.of(List.of(this.ada), List.of());
		Ownership after = Ownership.of(List.of(), before.owners());
		assertThat(after.state()).isEqualTo(OwnerState.DELETED);
		assertThat(after.owners()).singleElement()
			.satisfies((owner) -> assertThat(owner.objectId()).isEqualTo(this.ada.objectId()))
			.satisfies((owner) -> assertThat(owner.state()).isEqualTo(OwnerState.DELETED));
		assertThat(Ownership.of(List.of(), after.owners()).state()).isEqualTo(OwnerState.DELETED);
		assertThat(Ownership.of(List.of(this.guest), after.owners()).state()).isEqualTo(OwnerState.GUEST);
	}

	@Test
	void ofPeopleItMayNotSeeItKeepsWhatSomebodyElseSaw() {
		DirectoryPerson bareId = new DirectoryPerson(this.leaver.objectId(), "", null, null, false);
		Ownership before = Ownership.of(List.of(this.leaver), List.of());
		Ownership after = Ownership.of(List.of(bareId), before.owners());
		assertThat(after).isEqualTo(before);
		DirectoryPerson stranger = new DirectoryPerson(UUID.randomUUID(), "", null, null, false);
		Ownership mixed = Ownership.of(List.of(bareId, stranger), before.owners());
		assertThat(mixed.state()).isEqualTo(OwnerState.UNKNOWN);
		assertThat(mixed.owners()).extracting(Owner::name).containsExactly("Ada Example", "");
		Ownership gone = Ownership.of(List.of(), before.owners());
		assertThat(Ownership.of(List.of(bareId), gone.owners()).state()).isEqualTo(OwnerState.UNKNOWN);
		assertThat(Ownership.of(List.of(), List.of()).state()).isEqualTo(OwnerState.NONE);
	}

	private static OwnerState state(DirectoryPerson... listed) {
		return Ownership.of(List.of(listed), List.of()).state();
	}

	static DirectoryPerson person(@Nullable Boolean enabled, boolean guest) {
		return new DirectoryPerson(UUID.randomUUID(), "Ada Example", "ada@contoso.example", enabled, guest);
	}

}
