package health.admit.portal.applications;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import health.admit.portal.access.ClientTask;
import health.admit.portal.access.Grantee;
import health.admit.portal.access.HealthServices;
import health.admit.portal.access.HeldRole;
import health.admit.portal.access.PrincipalRoles;
import health.admit.portal.azure.PrincipalType;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.directory.ApplicationRecord;
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
		Optional<ApplicationRecord> application = directory().application(objectId);
		if (application.isEmpty()) {
			model.addAttribute("objectId", objectId.toString());
			return new ModelAndView("applications/missing", HttpStatus.NOT_FOUND);
		}
		this.current.require(DelegatedScope.AZURE);
		ApplicationRecord found = application.get();
		model.addAttribute("view",
				this.views.of(objectId, found.displayName(),
						directory().servicePrincipal(found.appId()).map(ServicePrincipalRecord::objectId),
						this.ownRegistration.is(found.appId()), new RolesViews.Wish(service, task, person),
						this.current.delegation()));
		return new ModelAndView("applications/roles");
	}

	@PostMapping
	String give(@PathVariable UUID objectId, @RequestParam String service,
			@RequestParam(required = false) @Nullable UUID role, @RequestParam(required = false) @Nullable UUID person,
			@RequestParam UUID key) {
		Optional<OperationId> started = target(objectId).flatMap((target) -> ResourceId.parse(service)
			.flatMap((id) -> this.services.read(id, this.current.delegation()))
			.flatMap((access) -> access.roles()
				.stream()
				.filter((offered) -> offered.id().equals(role))
				.findFirst()
				.map((offered) -> this.roles.give(target, grantee(target, person), access, offered, key,
						this.current.delegation()))));
		return started.map((operation) -> "redirect:/operations/" + operation)
			.orElse("redirect:/applications/" + objectId + "/roles");
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
