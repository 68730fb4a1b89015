package health.admit.sandbox.oidc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import health.admit.sandbox.tenant.Person;

/**
 * People on the sign-in page who fit the same task.
 */
record PeopleGroup(String title, List<Entry> people) {

	/**
	 * A person to sign in as.
	 *
	 * @param roles app roles the person has in the application, as one text
	 */
	record Entry(UUID id, String name, String userName, String about, String roles, boolean suggested,
			boolean enabled) {
	}

	/**
	 * Groups people by what they may do.
	 * @param rolesInClient app roles of a person in the application that is signed in to
	 * @param hint user name the application suggests; empty for none
	 */
	static List<PeopleGroup> of(List<Person> people, Function<Person, Set<String>> rolesInClient, String hint) {
		Map<String, List<Entry>> groups = new LinkedHashMap<>();
		List.of("Suggested by the application", "Administrators who register clients and give consent",
				"People with a role in this application", "People with other directory roles", "People without a role")
			.forEach((title) -> groups.put(title, new ArrayList<>()));
		List<String> titles = List.copyOf(groups.keySet());
		for (Person person : people) {
			Set<String> roles = rolesInClient.apply(person);
			boolean suggested = person.userPrincipalName().equalsIgnoreCase(hint);
			Entry entry = new Entry(person.objectId(), person.displayName(), person.userPrincipalName(), person.about(),
					String.join(", ", roles), suggested, person.enabled());
			groups.getOrDefault(titles.get(rank(person, roles, suggested)), new ArrayList<>()).add(entry);
		}
		return groups.entrySet()
			.stream()
			.filter((group) -> !group.getValue().isEmpty())
			.map((group) -> new PeopleGroup(group.getKey(), group.getValue()))
			.toList();
	}

	private static int rank(Person person, Set<String> roles, boolean suggested) {
		if (suggested) {
			return 0;
		}
		if (Wids.mayConsentForAll(person)) {
			return 1;
		}
		if (!roles.isEmpty()) {
			return 2;
		}
		return person.directoryRoles().isEmpty() ? 4 : 3;
	}

}
