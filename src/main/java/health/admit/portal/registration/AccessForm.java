package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.admit.portal.access.ClientTask;
import health.admit.portal.access.Grantee;
import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.PrincipalType;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.cloud.HealthApi;

/**
 * What the page about access asks.
 *
 * @param filter part of the name of the services to show
 * @param services the services on the page
 * @param fhirRole role on FHIR services; null for the least that does the task
 * @param dicomRole the same for DICOM services
 * @param fhirUrl address of a FHIR service, when typed
 * @param fhirAudience its audience; empty when it is the address
 * @param dicomUrl address of a DICOM service, when typed
 * @param forClient whether the client itself gets the role
 * @param people who else gets it
 * @param peopleSearch what the admin looks for among the people of the directory
 * @param group beginning of the name, or the object id, of a group to add
 * @param anyway the roles that are wanted although they do not permit the task
 */
record AccessForm(AccessChoice.@Nullable Mode mode, @Nullable ClientTask task, @Nullable String filter,
		@Nullable List<Row> services, @Nullable UUID fhirRole, @Nullable UUID dicomRole, @Nullable String fhirUrl,
		@Nullable String fhirAudience, @Nullable String dicomUrl, @Nullable Boolean forClient,
		@Nullable List<Person> people, @Nullable String peopleSearch, @Nullable String group,
		@Nullable List<UUID> anyway) {

	static final int MOST_SERVICES = 20;

	static final int MOST_PEOPLE = 50;

	AccessForm {
		services = (services != null) ? new ArrayList<>(services) : new ArrayList<>();
		people = (people != null) ? new ArrayList<>(people) : new ArrayList<>();
		anyway = (anyway != null) ? new ArrayList<>(anyway) : new ArrayList<>();
		filter = strip(filter);
		peopleSearch = strip(peopleSearch);
		group = strip(group);
	}

	/**
	 * A client that people sign in to needs no role of its own unless somebody says so.
	 */
	static AccessForm suggested(Grantees who) {
		return new AccessForm(null, ClientTask.READ, null, null, null, null, null, null, null, !who.people(), null,
				null, null, null);
	}

	static AccessForm from(AccessChoice choice, Grantees who) {
		if (choice.mode() == AccessChoice.Mode.LATER) {
			return suggested(who).with(AccessChoice.Mode.LATER);
		}
		List<Row> rows = choice.services()
			.stream()
			.filter((service) -> service.id() != null)
			.map((service) -> new Row(service.id(), service.subscription(), true, service.url(), null))
			.toList();
		boolean typed = choice.mode() == AccessChoice.Mode.BY_HAND;
		Optional<AccessChoice.Service> fhir = first(choice, HealthApi.FHIR);
		Optional<AccessChoice.Service> dicom = first(choice, HealthApi.DICOM);
		return new AccessForm(choice.mode(), choice.task(), null, rows,
				fhir.map(AccessChoice.Service::role).orElse(null), dicom.map(AccessChoice.Service::role).orElse(null),
				typed ? fhir.map(AccessChoice.Service::url).orElse(null) : null,
				typed ? fhir.map(AccessChoice.Service::audience).orElse(null) : null,
				typed ? dicom.map(AccessChoice.Service::url).orElse(null) : null, choice.forClient(),
				choice.people().stream().map(Person::of).toList(), null, null, null);
	}

	private static Optional<AccessChoice.Service> first(AccessChoice choice, HealthApi api) {
		return choice.services().stream().filter((service) -> service.api() == api).findFirst();
	}

	public List<Row> rows() {
		return Objects.requireNonNullElse(this.services, List.of());
	}

	List<Row> picked() {
		return rows().stream().filter((row) -> Boolean.TRUE.equals(row.picked())).toList();
	}

	public List<Person> grantees() {
		return Objects.requireNonNullElse(this.people, List.of());
	}

	boolean isSure(UUID role) {
		return this.anyway != null && this.anyway.contains(role);
	}

	@Nullable UUID role(HealthApi api) {
		return (api == HealthApi.FHIR) ? this.fhirRole : this.dicomRole;
	}

	@Nullable String url(HealthApi api) {
		return (api == HealthApi.FHIR) ? this.fhirUrl : this.dicomUrl;
	}

	boolean wants(String name) {
		return this.filter == null || name.toLowerCase(Locale.ROOT).contains(this.filter.toLowerCase(Locale.ROOT));
	}

	AccessForm with(AccessChoice.Mode mode) {
		return new AccessForm(mode, this.task, this.filter, this.services, this.fhirRole, this.dicomRole, this.fhirUrl,
				this.fhirAudience, this.dicomUrl, this.forClient, this.people, this.peopleSearch, this.group,
				this.anyway);
	}

	AccessForm withRows(List<Row> rows) {
		return new AccessForm(this.mode, this.task, this.filter, rows, this.fhirRole, this.dicomRole, this.fhirUrl,
				this.fhirAudience, this.dicomUrl, this.forClient, this.people, this.peopleSearch, this.group,
				this.anyway);
	}

	AccessForm plus(Person person) {
		List<Person> all = new ArrayList<>(grantees());
		all.removeIf((other) -> Objects.equals(other.objectId(), person.objectId()));
		all.add(person);
		return withPeople(all);
	}

	AccessForm minus(UUID objectId) {
		return withPeople(grantees().stream().filter((person) -> !objectId.equals(person.objectId())).toList());
	}

	private AccessForm withPeople(List<Person> people) {
		return new AccessForm(this.mode, this.task, this.filter, this.services, this.fhirRole, this.dicomRole,
				this.fhirUrl, this.fhirAudience, this.dicomUrl, this.forClient, people, this.peopleSearch, null,
				this.anyway);
	}

	private static @Nullable String strip(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	/**
	 * A service on the page. Only its id and an address that Azure does not name count;
	 * the rest is read again.
	 *
	 * @param subscription name of the subscription
	 * @param url address to confirm
	 * @param ask whether Azure names no address
	 */
	record Row(@Nullable String id, @Nullable String subscription, @Nullable Boolean picked, @Nullable String url,
			@Nullable Boolean ask) {

		static Row of(HealthService service, boolean picked) {
			return new Row(service.id().text(), service.subscription(), picked,
					service.likelyUrl().map(Object::toString).orElse(null), service.url() == null);
		}

		Optional<ResourceId> resource() {
			return (this.id != null) ? ResourceId.parse(this.id) : Optional.empty();
		}

		public boolean asks() {
			return Boolean.TRUE.equals(this.ask);
		}

	}

	/**
	 * Somebody in the list. The name is only shown; the id decides.
	 */
	record Person(@Nullable UUID objectId, @Nullable String name, @Nullable PrincipalType type) {

		static Person of(Grantee grantee) {
			return new Person(grantee.objectId(), grantee.name(), grantee.type());
		}

		/**
		 * Reads the value of the button beside somebody who was found: id, blank, name.
		 */
		static Optional<Person> parse(String text, PrincipalType type) {
			String[] parts = text.split(" ", 2);
			try {
				return (parts.length == 2) ? Optional.of(new Person(UUID.fromString(parts[0]), parts[1], type))
						: Optional.empty();
			}
			catch (IllegalArgumentException ex) {
				return Optional.empty();
			}
		}

		Optional<Grantee> toGrantee() {
			boolean whole = this.objectId != null && this.type != null && this.name != null && this.name.length() <= 256
					&& this.name.matches(BasicsForm.LINE);
			return whole ? Optional
				.of(new Grantee(this.objectId, Objects.requireNonNull(this.type), Objects.requireNonNull(this.name)))
					: Optional.empty();
		}

	}

}
