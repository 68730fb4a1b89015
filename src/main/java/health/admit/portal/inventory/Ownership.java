package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import health.admit.portal.directory.DirectoryPerson;

/**
 * Who owns an object, and whether one of them can be asked.
 */
record Ownership(OwnerState state, List<Owner> owners) {

	/** Nobody could look; what was known before stays. */
	static Ownership unknown(List<Owner> before, OwnerState state) {
		return new Ownership(state, before);
	}

	/**
	 * What follows from the owners Graph lists. Graph does not list deleted people: when
	 * owners were known and nobody is left, they are gone.
	 */
	static Ownership of(List<DirectoryPerson> listed, List<Owner> before) {
		List<Owner> owners = new ArrayList<>();
		for (DirectoryPerson person : listed) {
			if (owners.stream().noneMatch((owner) -> owner.objectId().equals(person.objectId()))) {
				owners.add(isBareId(person) ? known(person, before) : owner(person));
			}
		}
		if (owners.isEmpty() && !before.isEmpty()) {
			return new Ownership(OwnerState.DELETED, before.stream().map(Ownership::deleted).toList());
		}
		return new Ownership(worst(owners.stream().map(Owner::state).collect(Collectors.toSet())), owners);
	}

	/** Names and user names, for search. */
	List<String> texts() {
		return this.owners.stream().flatMap((owner) -> Stream.of(owner.name(), owner.username())).toList();
	}

	/**
	 * Without the permission to read people Graph gives bare ids: nothing can be said
	 * about them. The same holds for service principals that own something.
	 */
	private static OwnerState state(DirectoryPerson person) {
		if (Boolean.FALSE.equals(person.enabled())) {
			return OwnerState.DISABLED;
		}
		if (person.guest()) {
			return OwnerState.GUEST;
		}
		return Boolean.TRUE.equals(person.enabled()) ? OwnerState.GOOD : OwnerState.UNKNOWN;
	}

	private static OwnerState worst(Set<OwnerState> states) {
		return Stream.of(OwnerState.GOOD, OwnerState.UNKNOWN, OwnerState.GUEST, OwnerState.DISABLED)
			.filter(states::contains)
			.findFirst()
			.orElse(OwnerState.NONE);
	}

	private static Owner owner(DirectoryPerson person) {
		String username = (person.username() != null) ? person.username() : "";
		return new Owner(person.objectId(), Cut.clean(person.displayName()), Cut.clean(username),
				Cut.cleanOrNull(person.mail()), state(person));
	}

	private static boolean isBareId(DirectoryPerson person) {
		return person.displayName().isEmpty() && person.username() == null && person.enabled() == null
				&& !person.guest();
	}

	/** What somebody with more permissions saw is worth more than nothing. */
	private static Owner known(DirectoryPerson person, List<Owner> before) {
		return before.stream()
			.filter((owner) -> owner.objectId().equals(person.objectId()) && owner.state() != OwnerState.DELETED)
			.findFirst()
			.orElseGet(() -> owner(person));
	}

	private static Owner deleted(Owner owner) {
		return new Owner(owner.objectId(), owner.name(), owner.username(), owner.mail(), OwnerState.DELETED);
	}

}
