package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

import health.admit.portal.access.ClientTask;
import health.admit.portal.access.Grantee;
import health.admit.portal.access.HealthServices;
import health.admit.portal.access.OfferedRole;
import health.admit.portal.access.ServiceAccess;
import health.admit.portal.access.WellKnownRoles;
import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.cloud.ReadRefused;
import health.admit.portal.cloud.ReadUnanswered;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.TokensRefused;

/**
 * Turns what was typed about access into a choice. Addresses, audiences and roles of
 * services in Azure are read from there, whatever the form says.
 */
@Component
class AccessDecisions {

	/** As every tenant knows the API; a service of one's own set-up names another. */
	private static final String DICOM_AUDIENCE = "https://dicom.healthcareapis.azure.com";

	private final HealthServices services;

	private final CurrentOperator current;

	private final Texts texts;

	AccessDecisions(HealthServices services, CurrentOperator current, Texts texts) {
		this.services = services;
		this.current = current;
		this.texts = texts;
	}

	/**
	 * The choice, or empty with errors.
	 */
	Optional<AccessChoice> decide(Draft draft, AccessForm form, Errors errors) {
		if (form.mode() == null) {
			reject(errors, "mode", "mode");
			return Optional.empty();
		}
		if (form.mode() == AccessChoice.Mode.LATER) {
			return Optional.of(AccessChoice.later());
		}
		ClientTask task = form.task();
		if (task == null) {
			reject(errors, "task", "task");
			return Optional.empty();
		}
		List<AccessChoice.Service> services = (form.mode() == AccessChoice.Mode.AZURE)
				? azure(AccessOffers.apis(draft), form, task, errors) : typed(draft, form, task, errors);
		Grantees who = Grantees.of(draft.content().authentication());
		List<Grantee> people = who.people() ? people(form, errors) : List.of();
		boolean forClient = who.client() && Boolean.TRUE.equals(form.forClient());
		return errors.hasErrors() ? Optional.empty()
				: Optional.of(new AccessChoice(form.mode(), task, services, forClient, people));
	}

	private List<Grantee> people(AccessForm form, Errors errors) {
		List<Grantee> people = form.grantees()
			.stream()
			.map(AccessForm.Person::toGrantee)
			.flatMap(Optional::stream)
			.distinct()
			.toList();
		if (people.size() < form.grantees().size() || people.size() > AccessForm.MOST_PEOPLE) {
			reject(errors, "people", "people");
		}
		return people;
	}

	private List<AccessChoice.Service> typed(Draft draft, AccessForm form, ClientTask task, Errors errors) {
		List<AccessChoice.Service> services = new ArrayList<>();
		for (HealthApi api : AccessOffers.apis(draft)) {
			String typed = form.url(api);
			if (typed == null || typed.isBlank()) {
				continue;
			}
			String field = (api == HealthApi.FHIR) ? "fhirUrl" : "dicomUrl";
			Optional<String> url = ServiceAddress.parse(typed);
			Optional<OfferedRole> role = role(WellKnownRoles.of(api), form.role(api), task);
			if (url.isEmpty()) {
				reject(errors, field, "url");
			}
			else if (role.isEmpty()) {
				reject(errors, roleField(api), "role");
			}
			else {
				check(role.get(), form, task, errors);
				services.add(new AccessChoice.Service(api, null, url.get(), "", url.get(),
						audience(api, form, url.get(), errors), role.get().id(), role.get().name(), false));
			}
		}
		if (services.isEmpty() && !errors.hasErrors()) {
			reject(errors, "mode", "noUrl");
		}
		return services;
	}

	private String audience(HealthApi api, AccessForm form, String url, Errors errors) {
		if (api == HealthApi.DICOM) {
			return DICOM_AUDIENCE;
		}
		String typed = (form.fhirAudience() != null) ? form.fhirAudience().strip() : "";
		if (!typed.matches("[A-Za-z0-9:/._~-]{0,256}")) {
			reject(errors, "fhirAudience", "audience");
		}
		return typed.isEmpty() ? url : typed;
	}

	private List<AccessChoice.Service> azure(List<HealthApi> apis, AccessForm form, ClientTask task, Errors errors) {
		List<AccessForm.Row> picked = form.picked();
		if (picked.isEmpty() || picked.size() > AccessForm.MOST_SERVICES) {
			reject(errors, "services", picked.isEmpty() ? "noService" : "manyServices");
			return List.of();
		}
		List<AccessChoice.Service> services = new ArrayList<>();
		try {
			for (AccessForm.Row row : picked) {
				row.resource()
					.flatMap(this::read)
					.filter((access) -> apis.contains(access.service().api()))
					.flatMap((access) -> service(access, row, form, task, errors))
					.ifPresentOrElse(services::add, () -> gone(row, errors));
			}
		}
		catch (ReadRefused ex) {
			reject(errors, "services", "azure.refused", ex.codeAndWords());
		}
		catch (ReadUnanswered ex) {
			reject(errors, "services", "azure.unanswered");
		}
		catch (TokensRefused ex) {
			reject(errors, "services", "azure.noToken", ex.code());
		}
		return services;
	}

	private Optional<ServiceAccess> read(ResourceId id) {
		return this.services.read(id, this.current.delegation());
	}

	private Optional<AccessChoice.Service> service(ServiceAccess access, AccessForm.Row row, AccessForm form,
			ClientTask task, Errors errors) {
		HealthService service = access.service();
		Optional<OfferedRole> role = role(access.roles(), form.role(service.api()), task);
		Optional<String> url = (service.url() != null) ? Optional.of(service.url().toString().replaceFirst("/+$", ""))
				: ServiceAddress.parse(row.url());
		if (role.isEmpty()) {
			reject(errors, roleField(service.api()), "role");
		}
		role.ifPresent((chosen) -> check(chosen, form, task, errors));
		if (url.isEmpty()) {
			reject(errors, "services", "address", service.fullName());
		}
		return role.map((given) -> new AccessChoice.Service(service.api(), service.id().text(), service.fullName(),
				service.subscription(), url.orElse(""),
				service.audience()
					.orElseGet(() -> (service.api() == HealthApi.DICOM) ? DICOM_AUDIENCE : url.orElse("")),
				given.id(), given.name(), access.mayAssign()));
	}

	/**
	 * A role that permits too little is taken when somebody is sure about this very role.
	 */
	private void check(OfferedRole role, AccessForm form, ClientTask task, Errors errors) {
		Choice question = new Choice(role.id().toString(), this.texts.get("access.role.anyway.of", role.name()), null);
		if (!role.suffices(task) && !form.isSure(role.id()) && !questions(errors).contains(question)) {
			String lacking = role.lacks(task)
				.stream()
				.map((action) -> this.texts.get("access.dataAction." + action))
				.collect(Collectors.joining(", "));
			errors.rejectValue("anyway", "rule", new Object[] { question },
					this.texts.get("access.role.lacking", role.name(), lacking));
		}
	}

	/** Which roles have to be confirmed before the form is taken. */
	static List<Choice> questions(Errors errors) {
		return errors.getFieldErrors("anyway")
			.stream()
			.map((error) -> Objects.requireNonNullElse(error.getArguments(), new Object[0]))
			.flatMap(Arrays::stream)
			.filter(Choice.class::isInstance)
			.map(Choice.class::cast)
			.toList();
	}

	private void gone(AccessForm.Row row, Errors errors) {
		if (!errors.hasErrors()) {
			reject(errors, "services", "gone", row.resource().map(ResourceId::name).orElse("?"));
		}
	}

	private static Optional<OfferedRole> role(List<OfferedRole> roles, @Nullable UUID wanted, ClientTask task) {
		return (wanted == null) ? OfferedRole.least(roles, task)
				: roles.stream().filter((role) -> Objects.equals(role.id(), wanted)).findFirst();
	}

	private static String roleField(HealthApi api) {
		return (api == HealthApi.FHIR) ? "fhirRole" : "dicomRole";
	}

	private void reject(Errors errors, String field, String problem, Object... arguments) {
		errors.rejectValue(field, "rule", this.texts.get("registration.access.error." + problem, arguments));
	}

}
