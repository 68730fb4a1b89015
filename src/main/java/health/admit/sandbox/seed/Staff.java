package health.admit.sandbox.seed;

import java.util.List;
import java.util.UUID;

import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Organisation;
import health.admit.sandbox.tenant.People;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ObjectNode;

/**
 * The people of Contoso Health, as listed in {@code sandbox/people.txt}.
 */
final class Staff {

	private static final String MAIL_DOMAIN = "contosohealth.example";

	private final List<Member> members = Lines.of("people.txt").stream().map(Member::new).toList();

	/** In the order of the list. */
	List<Member> members() {
		return this.members;
	}

	/** Somebody of another organisation. */
	UUID guest() {
		return this.members.stream().filter(Member::guest).map(Member::id).findFirst().orElseThrow();
	}

	/** Somebody who has left, and whose account lies among the deleted items. */
	UUID former() {
		return Ids.of("person who has left");
	}

	void plant(Store store, Organisation organisation) {
		store.seed(Kind.USER, former(),
				Json.object()
					.put("displayName", "Peter Former")
					.put("userPrincipalName", former().toString().replace("-", "") + "peter.former@" + MAIL_DOMAIN)
					.put("userType", "Member")
					.put("deletedDateTime", "2026-01-15T08:00:00Z"));
		this.members.forEach((member) -> store.seed(Kind.USER, member.id(), member.document(organisation)));
	}

	/**
	 * One line of the list.
	 */
	record Member(List<String> cells) {

		UUID id() {
			return Ids.of("person " + this.cells.get(0));
		}

		String name() {
			return this.cells.get(1) + " " + this.cells.get(2);
		}

		String portalRole() {
			return this.cells.get(4);
		}

		String about() {
			return this.cells.get(5).equals("-") ? "" : this.cells.get(5);
		}

		boolean guest() {
			return this.cells.get(6).equals("guest");
		}

		boolean enabled() {
			return !this.cells.get(6).equals("disabled");
		}

		ObjectNode document(Organisation organisation) {
			String user = this.cells.get(0);
			ObjectNode document = Json.object()
				.put("displayName", name())
				.put("givenName", this.cells.get(1))
				.put("surname", this.cells.get(2))
				.put("userPrincipalName", user + (guest() ? "@" + organisation.domain() : "@" + MAIL_DOMAIN))
				.put("mail", guest() ? "olga.petrova@partner.example" : user + "@" + MAIL_DOMAIN)
				.put("userType", guest() ? "Guest" : "Member")
				.put("accountEnabled", enabled())
				.put("createdDateTime", "2024-02-01T08:00:00Z")
				.put(People.ABOUT, about());
			if (!this.cells.get(3).equals("-")) {
				document.withArray(People.ROLES).add(this.cells.get(3));
			}
			return document;
		}

	}

}
