package health.admit.portal.access;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.azure.RoleDefinition;
import health.admit.portal.cloud.HealthApi;

/**
 * A role that can be given to somebody on a service.
 *
 * @param id GUID of the role definition
 * @param name hostile input when shown
 * @param builtIn whether Microsoft made it
 * @param permits what it permits, from the definition, not from its prose
 */
public record OfferedRole(UUID id, String name, HealthApi api, boolean builtIn, Set<DataAction> permits) {

	public OfferedRole {
		permits = permits.isEmpty() ? Set.of() : EnumSet.copyOf(permits);
	}

	/**
	 * The roles among these definitions that permit something with data of this kind:
	 * Owner and Contributor are not among them, and neither is any other role that only
	 * manages the service.
	 */
	public static List<OfferedRole> of(List<RoleDefinition> definitions, HealthApi api) {
		return definitions.stream()
			.map((role) -> new OfferedRole(role.id(), role.name(), api, role.builtIn(), DataAction.of(role, api)))
			.filter((role) -> !role.permits().isEmpty())
			.sorted(Comparator.comparing(OfferedRole::builtIn)
				.reversed()
				.thenComparing((role) -> role.permits().size())
				.thenComparing(OfferedRole::name))
			.toList();
	}

	/**
	 * The role that permits a task and the least besides. A built-in role goes first, and
	 * one that puts SMART filters on what the client sees is never suggested.
	 */
	public static Optional<OfferedRole> least(List<OfferedRole> roles, ClientTask task) {
		return roles.stream()
			.filter((role) -> role.suffices(task) && !role.permits().contains(DataAction.FHIR_SMART))
			.min(Comparator.comparing((OfferedRole role) -> !role.builtIn())
				.thenComparing((role) -> role.permits().size())
				.thenComparing(OfferedRole::name));
	}

	/** Whether a client with this role can do its task. */
	public boolean suffices(ClientTask task) {
		return lacks(task).isEmpty();
	}

	/** What a client needs for its task and this role does not permit. */
	public Set<DataAction> lacks(ClientTask task) {
		Set<DataAction> lacking = EnumSet.noneOf(DataAction.class);
		task.needs(this.api).stream().filter((action) -> !this.permits.contains(action)).forEach(lacking::add);
		return lacking;
	}

	/** What is worth knowing before this role is given for a task. */
	public Set<RoleNote> notes(ClientTask task) {
		Set<RoleNote> notes = EnumSet.noneOf(RoleNote.class);
		if (this.permits.contains(DataAction.FHIR_SMART)) {
			notes.add(RoleNote.SMART);
		}
		if (!this.permits.contains((this.api == HealthApi.FHIR) ? DataAction.FHIR_READ : DataAction.DICOM_READ)) {
			notes.add(RoleNote.CANNOT_READ);
		}
		if (!suffices(task)) {
			notes.add(RoleNote.TOO_LITTLE);
		}
		else if (this.permits.size() > task.needs(this.api).size()) {
			notes.add(RoleNote.MORE);
		}
		return notes;
	}

}
