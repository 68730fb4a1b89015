package health.admit.portal.signin;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class StoredPeopleTests {

	private static final String HOSTILE = "<b>Grace\u0000\u202E</b>'";

	private final UUID tenant = UUID.randomUUID();

	private final Operator ada = operator(this.tenant, "Ada");

	private final People people;

	StoredPeopleTests(Database database) {
		this.people = new StoredPeople(database.fresh().jdbc());
	}

	@Test
	void aNameIsTheOneOfTheLastSignIn() {
		Operator grace = operator(this.tenant, "Grace");
		this.people.remember(grace);
		this.people
			.remember(new Operator(this.tenant, grace.objectId(), HOSTILE, "grace@contoso.example", grace.roles()));
		assertThat(seen(grace)).isEqualTo(new Person(grace.objectId().toString(), "<b>Grace\u202E</b>'", false));
	}

	@Test
	void namesOfAnyLengthAreKept() {
		Operator grace = operator(this.tenant, "x".repeat(500));
		this.people.remember(grace);
		assertThat(seen(grace).name()).isEqualTo("x".repeat(256));
	}

	@Test
	void somebodyUnknownHasAnIdAndTheReaderIsYou() {
		Operator stranger = operator(this.tenant, "Stranger");
		this.people.remember(operator(UUID.randomUUID(), "Stranger"));
		assertThat(seen(stranger)).isEqualTo(new Person(stranger.objectId().toString(), null, false));
		assertThat(seen(this.ada)).isEqualTo(new Person(this.ada.objectId().toString(), "Ada", true));
		assertThat(this.people.seenBy(this.ada, List.of())).isEmpty();
	}

	@Test
	void anotherTenantsNamesAreNotShown() {
		Operator other = operator(UUID.randomUUID(), "Other");
		this.people.remember(other);
		assertThat(seen(other).name()).isNull();
	}

	private Person seen(Operator one) {
		return this.people.seenBy(this.ada, List.of(one.objectId(), one.objectId())).get(one.objectId());
	}

	private static Operator operator(UUID tenant, String name) {
		return new Operator(tenant, UUID.randomUUID(), name, "name@contoso.example", Set.of(PortalRole.REGISTRAR));
	}

}
