package health.admit.portal.inventory;

import java.util.List;
import java.util.Set;
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
	void whatCannotBeToldIsNotCalledUnread() {
		assertThat(state(person(null, false))).isEqualTo(OwnerState.UNTOLD);
		assertThat(state(person(null, false), this.leaver)).isEqualTo(OwnerState.UNTOLD);
		assertThat(Ownership.untold(List.of(), OwnerState.UNKNOWN).state()).isEqualTo(OwnerState.UNTOLD);
		assertThat(Ownership.untold(List.of(), OwnerState.GUEST).state()).isEqualTo(OwnerState.GUEST);
	}

	@Test
	void anOwnerWhoseAccountIsDeletedIsRemembered() {
		Ownership before = of(List.of(this.ada), List.of());
		Ownership after = Ownership.of(List.of(), before.owners(), Set.of(this.ada.objectId()));
		assertThat(after.state()).isEqualTo(OwnerState.DELETED);
		assertThat(after.owners()).singleElement()
			.satisfies((owner) -> assertThat(owner.objectId()).isEqualTo(this.ada.objectId()))
			.satisfies((owner) -> assertThat(owner.state()).isEqualTo(OwnerState.DELETED));
		assertThat(of(List.of(this.guest), after.owners()).state()).isEqualTo(OwnerState.GUEST);
	}

	@Test
	void whoeverWasTakenFromTheOwnersIsForgotten() {
		Ownership before = of(List.of(this.ada, this.guest), List.of());
		assertThat(of(List.of(), before.owners())).isEqualTo(new Ownership(OwnerState.NONE, List.of()));
		Ownership one = Ownership.of(List.of(), before.owners(), Set.of(this.guest.objectId()));
		assertThat(one.state()).isEqualTo(OwnerState.DELETED);
		assertThat(one.owners()).extracting(Owner::objectId).containsExactly(this.guest.objectId());
		assertThat(of(List.of(), one.owners()).state()).isEqualTo(OwnerState.NONE);
	}

	@Test
	void ofPeopleItMayNotSeeItKeepsWhatSomebodyElseSaw() {
		DirectoryPerson bareId = new DirectoryPerson(this.leaver.objectId(), "", null, null, false);
		Ownership before = of(List.of(this.leaver), List.of());
		Ownership after = of(List.of(bareId), before.owners());
		assertThat(after).isEqualTo(before);
		DirectoryPerson stranger = new DirectoryPerson(UUID.randomUUID(), "", null, null, false);
		Ownership mixed = of(List.of(bareId, stranger), before.owners());
		assertThat(mixed.state()).isEqualTo(OwnerState.UNTOLD);
		assertThat(mixed.owners()).extracting(Owner::name).containsExactly("Ada Example", "");
		Ownership gone = Ownership.of(List.of(), before.owners(), Set.of(this.leaver.objectId()));
		assertThat(of(List.of(bareId), gone.owners()).state()).isEqualTo(OwnerState.UNTOLD);
		assertThat(of(List.of(), List.of()).state()).isEqualTo(OwnerState.NONE);
	}

	private static Ownership of(List<DirectoryPerson> listed, List<Owner> before) {
		return Ownership.of(listed, before, Set.of());
	}

	private static OwnerState state(DirectoryPerson... listed) {
		return of(List.of(listed), List.of()).state();
	}

	static DirectoryPerson person(@Nullable Boolean enabled, boolean guest) {
		return new DirectoryPerson(UUID.randomUUID(), "Ada Example", "ada@contoso.example", enabled, guest);
	}

}
