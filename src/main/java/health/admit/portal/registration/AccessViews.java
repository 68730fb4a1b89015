package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import health.admit.portal.access.AzureTrouble;
import health.admit.portal.access.ClientTask;
import health.admit.portal.access.OfferedRole;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.azure.Unread;
import health.admit.portal.cloud.HealthApi;

/**
 * Puts services and roles into the words of the page about access.
 */
@Component
class AccessViews {

	private final Texts texts;

	AccessViews(Texts texts) {
		this.texts = texts;
	}

	AccessView of(Draft draft, AccessOffers.Offer offer) {
		Grantees who = Grantees.of(draft.content().authentication());
		List<HealthApi> apis = AccessOffers.apis(draft);
		ClientTask task = Objects.requireNonNullElse(offer.form().task(), ClientTask.READ);
		AzureTrouble problem = offer.problem();
		return new AccessView(offer.form().rows().stream().map(this::service).toList(), offer.looked(),
				(offer.more() > 0) ? this.texts.get("registration.access.more", offer.more()) : null,
				offer.unread().stream().map(this::unread).toList(),
				(problem != null) ? this.texts.get("registration.access.problem." + problem.kind()) : null,
				(problem != null) ? problem.words() : "",
				Arrays.stream(ClientTask.values())
					.filter((one) -> apis.stream().anyMatch(one::fits))
					.map(this::task)
					.toList(),
				apis.stream().map((api) -> roles(api, offer, draft, task)).toList(), who.client(), who.people(),
				apis.contains(HealthApi.FHIR), apis.contains(HealthApi.DICOM));
	}

	private Choice task(ClientTask task) {
		String key = "access.clientTask." + task;
		return new Choice(task.name(), this.texts.get(key), this.texts.get(key + ".hint"));
	}

	private AccessView.Service service(AccessForm.Row row) {
		ResourceId id = row.resource().orElse(null);
		if (id == null) {
			return new AccessView.Service("", String.valueOf(row.id()), "");
		}
		return new AccessView.Service(id.health().map(Enum::name).orElse(""), id.parentName() + "/" + id.name(),
				this.texts.get("registration.access.where", id.resourceGroup(), subscription(row, id)));
	}

	private static String subscription(AccessForm.Row row, ResourceId id) {
		return (row.subscription() != null) ? row.subscription() : id.subscription().toString();
	}

	private AccessView.Unread unread(Unread unread) {
		return new AccessView.Unread(this.texts.get("registration.access.unread." + unread.reason(), unread.where()),
				unread.codeAndWords());
	}

	private AccessView.Roles roles(HealthApi api, AccessOffers.Offer offer, Draft draft, ClientTask task) {
		List<OfferedRole> offered = offer.roles().getOrDefault(api, List.of());
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice("",
				OfferedRole.least(offered, task)
					.map((role) -> this.texts.get("registration.access.role.least", role.name()))
					.orElseGet(() -> this.texts.get("registration.access.role.choose")),
				null));
		offered.forEach((role) -> choices.add(new Choice(role.id().toString(), role.name(), null)));
		AccessChoice.@Nullable Service chosen = chosen(draft, api);
		if (chosen != null && offered.stream().noneMatch((role) -> role.id().equals(chosen.role()))) {
			choices.add(new Choice(chosen.role().toString(), chosen.roleName(), null));
		}
		return new AccessView.Roles((api == HealthApi.FHIR) ? "fhirRole" : "dicomRole",
				this.texts.get("registration.access.role." + api), choices,
				offered.stream().map((role) -> role(role, task)).toList());
	}

	private static AccessChoice.@Nullable Service chosen(Draft draft, HealthApi api) {
		AccessChoice choice = draft.content().access();
		return (choice == null) ? null
				: choice.services().stream().filter((service) -> service.api() == api).findFirst().orElse(null);
	}

	private AccessView.Role role(OfferedRole role, ClientTask task) {
		String permits = role.permits()
			.stream()
			.map((action) -> this.texts.get("access.dataAction." + action))
			.collect(Collectors.joining(", "));
		return new AccessView.Role(role.name(), permits,
				role.notes(task).stream().map((note) -> this.texts.get("access.roleNote." + note)).toList());
	}

}
