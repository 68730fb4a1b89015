package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import health.admit.portal.directory.DirectoryPerson;

/**
 * Who owns an object, and whether one of them can be asked.
 */
record Ownership(OwnerState state, List<Owner> owners) {

	/** Graph told nothing; what was known before stays. */
	static Ownership untold(List<Owner> before, OwnerState state) {
		return new Ownership((state != OwnerState.UNKNOWN) ? state : OwnerState.UNTOLD, before);
	}

	/**
	 * What follows from the owners Graph lists. Graph does not list deleted people, nor
	 * those who were taken from the owners: only the former are worth remembering.
	 * @param before owners as known before
	 * @param deleted those of them whose account is deleted
	 */
	static Ownership of(List<DirectoryPerson> listed, List<Owner> before, Set<UUID> deleted) {
		List<Owner> owners = new ArrayList<>();
		for (DirectoryPerson person : listed) {
			if (owners.stream().noneMatch((owner) -> owner.objectId().equals(person.objectId()))) {
				owners.add(isBareId(person) ? known(person, before) : owner(person));
			}
		}
		if (owners.isEmpty()) {
			before.stream()
				.filter((owner) -> deleted.contains(owner.objectId()))
				.map(Ownership::deleted)
				.forEach(owners::add);
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
		return Boolean.TRUE.equals(person.enabled()) ? OwnerState.GOOD : OwnerState.UNTOLD;
	}

	private static OwnerState worst(Set<OwnerState> states) {
		return Stream.of(OwnerState.GOOD, OwnerState.UNTOLD, OwnerState.GUEST, OwnerState.DISABLED, OwnerState.DELETED)
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
