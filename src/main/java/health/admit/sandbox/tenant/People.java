package health.admit.sandbox.tenant;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The people of the tenant and their directory roles.
 */
@Component
public class People {

	/** Role template ids the person holds. */
	public static final String ROLES = "_roles";

	/** What the person may do; present where one can sign in as the person by a click. */
	public static final String ABOUT = "_about";

	private final Store store;

	People(Store store) {
		this.store = store;
	}

	/** The people of the sign-in page, in its order. */
	public List<Person> onSignInPage() {
		return this.store.all(Kind.USER, Copy.MASTER)
			.stream()
			.map(People::person)
			.filter((person) -> !person.about().isEmpty())
			.toList();
	}

	public Optional<Person> person(UUID objectId) {
		return this.store.live(Kind.USER, objectId, Copy.MASTER).map(People::person);
	}

	/** Replaces the directory roles of a person. */
	public void roles(UUID objectId, List<UUID> roles) {
		this.store.update(Kind.USER, objectId, (document) -> {
			document.set(ROLES, Json.array());
			roles.forEach((role) -> document.withArray(ROLES).add(role.toString()));
			return document;
		});
	}

	private static Person person(Item user) {
		ObjectNode document = user.json();
		return new Person(user.id(), user.name(), document.path("givenName").asString(""),
				document.path("surname").asString(""), document.path("userPrincipalName").asString(""),
				document.path("mail").asString(""), "Guest".equals(Json.text(document, "userType")),
				document.path("accountEnabled").asBoolean(true),
				Json.texts(document, ROLES).stream().map(UUID::fromString).collect(Collectors.toUnmodifiableSet()),
				document.path(ABOUT).asString(""));
	}

}
