package health.admit.sandbox.oidc;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import health.admit.sandbox.tenant.Person;

import static org.assertj.core.api.Assertions.assertThat;

class PeopleGroupTests {

	private final Person admin = person("admin", Wids.CLOUD_APPLICATION_ADMINISTRATOR);

	private final Person reader = person("reader", UUID.randomUUID());

	private final Person auditor = person("auditor");

	private final Person nobody = person("nobody");

	@Test
	void peopleStandWithThoseWhoMayDoTheSame() {
		List<PeopleGroup> groups = PeopleGroup.of(List.of(this.nobody, this.auditor, this.reader, this.admin),
				(person) -> person.equals(this.auditor) ? Set.of("Admit.Auditor") : Set.of(), "");
		assertThat(groups).extracting((group) -> group.people().get(0).name())
			.containsExactly("admin", "auditor", "reader", "nobody");
		assertThat(groups.get(1).people().get(0).roles()).isEqualTo("Admit.Auditor");
	}

	@Test
	void whoTheApplicationSuggestsComesFirst() {
		assertThat(PeopleGroup.of(List.of(this.admin, this.nobody), (person) -> Set.of(), "NOBODY@contoso.example")
			.get(0)
			.people()).extracting(PeopleGroup.Entry::name).containsExactly("nobody");
	}

	private static Person person(String name, UUID... roles) {
		return new Person(UUID.randomUUID(), name, name, name, name + "@contoso.example", "", false, true,
				Set.of(roles), "about");
	}

}
