package health.admit.portal.applications;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import health.admit.portal.access.ClientTask;
import health.admit.portal.access.Grantee;
import health.admit.portal.access.HealthServices;
import health.admit.portal.access.HeldRole;
import health.admit.portal.access.OfferedRole;
import health.admit.portal.access.PrincipalRoles;
import health.admit.portal.access.ServiceAccess;
import health.admit.portal.azure.PrincipalType;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.operation.OperationId;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.OwnRegistration;

/**
 * The Azure roles of an application: shows those that open health data, gives one, and
 * takes one away after a question.
 */
@Controller
@RequestMapping("/applications/{objectId}/roles")
class RolesController {

	private static final String PAGE = "applications/roles";

	private final Directories directories;

	private final RolesViews views;

	private final PrincipalRoles roles;

	private final HealthServices services;

	private final CurrentOperator current;

	private final OwnRegistration ownRegistration;

	RolesController(Directories directories, RolesViews views, PrincipalRoles roles, HealthServices services,
			CurrentOperator current, OwnRegistration ownRegistration) {
		this.directories = directories;
		this.views = views;
		this.roles = roles;
		this.services = services;
		this.current = current;
		this.ownRegistration = ownRegistration;
	}

	/**
	 * The page.
	 * @param service to give a role on: its id in Azure or its address
	 * @param task what the role is for; decides which one is suggested
	 * @param person who gets the role in place of the application
	 */
	@GetMapping
	ModelAndView show(@PathVariable UUID objectId, @RequestParam(required = false) @Nullable String service,
			@RequestParam(defaultValue = "READ") ClientTask task, @RequestParam(required = false) @Nullable UUID person,
			Model model) {
		RolesForm form = new RolesForm(service, task, person, null, null);
		Optional<RolesView> view = view(objectId, form);
		if (view.isEmpty()) {
			model.addAttribute("objectId", objectId.toString());
			return new ModelAndView("applications/missing", HttpStatus.NOT_FOUND);
		}
		RolesView.Choosing choosing = view.get().choosing();
		model.addAttribute("form", (choosing != null) ? form.on(choosing) : form);
		model.addAttribute("view", view.get());
		return new ModelAndView(PAGE);
	}

	private Optional<RolesView> view(UUID objectId, RolesForm form) {
		return directory().application(objectId).map((found) -> {
			this.current.require(DelegatedScope.AZURE);
			return this.views.of(objectId, found.displayName(),
					directory().servicePrincipal(found.appId()).map(ServicePrincipalRecord::objectId),
					this.ownRegistration.is(found.appId()), form, this.current.delegation());
		});
	}

	@PostMapping
	ModelAndView give(@PathVariable UUID objectId, @RequestParam UUID key, @ModelAttribute("form") RolesForm form,
			BindingResult errors, Model model) {
		if (errors.getTarget() == null) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		Optional<PrincipalRoles.Target> target = target(objectId);
		if (target.isEmpty()) {
			return new ModelAndView("redirect:/applications/" + objectId + "/roles");
		}
		Optional<ServiceAccess> access = Optional.ofNullable(form.service())
			.flatMap(ResourceId::parse)
			.flatMap((id) -> this.services.read(id, this.current.delegation()));
		Optional<OfferedRole> role = access.flatMap((found) -> form.chosen(found.roles()));
		check(form, access, role, errors);
		if (errors.hasErrors()) {
			view(objectId, form).ifPresent((view) -> model.addAttribute("view", view));
			return new ModelAndView(PAGE, HttpStatus.valueOf(422));
		}
		OperationId started = this.roles.give(target.get(), grantee(target.get(), form.person()), access.orElseThrow(),
				role.orElseThrow(), key, this.current.delegation());
		return new ModelAndView("redirect:/operations/" + started);
	}

	private void check(RolesForm form, Optional<ServiceAccess> access, Optional<OfferedRole> role,
			BindingResult errors) {
		if (access.isEmpty()) {
			errors.rejectValue("service", "applications.roles.error.service");
		}
		else if (role.isEmpty()) {
			errors.rejectValue("role", "applications.roles.error.role");
		}
		else if (!role.get().suffices(form.task()) && !form.isSure()) {
			errors.rejectValue("anyway", "access.role.lacking",
					new Object[] { role.get().name(), this.views.lacking(role.get(), form.task()) }, null);
		}
	}

	private Grantee grantee(PrincipalRoles.Target target, @Nullable UUID person) {
		return (person != null) ? new Grantee(person, PrincipalType.USER, this.views.named(person)) : target.grantee();
	}

	@GetMapping("/remove")
	String ask(@PathVariable UUID objectId, @RequestParam String assignment, Model model) {
		this.current.require(DelegatedScope.AZURE);
		Optional<HeldRole> held = target(objectId).flatMap((target) -> held(target, assignment));
		if (held.isEmpty()) {
			return "redirect:/applications/" + objectId + "/roles";
		}
		model.addAttribute("objectId", objectId.toString());
		model.addAttribute("role", held.get().roleName());
		model.addAttribute("scope", held.get().assignment().scope());
		model.addAttribute("assignment", assignment);
		model.addAttribute("key", UUID.randomUUID());
		return "applications/remove-role";
	}

	@PostMapping("/remove")
	String take(@PathVariable UUID objectId, @RequestParam String assignment, @RequestParam UUID key) {
		Optional<OperationId> started = target(objectId)
			.flatMap((target) -> held(target, assignment).flatMap((held) -> held.removable()
				.map((id) -> this.roles.take(target, id, held.roleName(), key, this.current.delegation()))));
		return started.map((operation) -> "redirect:/operations/" + operation)
			.orElse("redirect:/applications/" + objectId + "/roles");
	}

	/** Only what this application has by itself can be taken from its page. */
	private Optional<HeldRole> held(PrincipalRoles.Target target, String assignment) {
		return this.roles.of(target.principal(), this.current.delegation())
			.roles()
			.stream()
			.filter((held) -> held.removable().filter((id) -> id.toString().equalsIgnoreCase(assignment)).isPresent())
			.findFirst();
	}

	/** Empty for the portal's own registration, which it refuses to touch. */
	private Optional<PrincipalRoles.Target> target(UUID objectId) {
		return directory().application(objectId)
			.filter((application) -> !this.ownRegistration.is(application.appId()))
			.flatMap((application) -> directory().servicePrincipal(application.appId())
				.map((principal) -> new PrincipalRoles.Target(objectId, principal.objectId(),
						application.displayName())));
	}

	private Directory directory() {
		return this.directories.actingFor(this.current.delegation());
	}

}
