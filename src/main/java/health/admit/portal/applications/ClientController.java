package health.admit.portal.applications;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.Directories;
import health.admit.portal.signin.CurrentOperator;

/**
 * Leads from a client id, which is all that other pages may know of an application, to
 * its pages. Where there is none, the list says so.
 */
@Controller
@RequestMapping("/applications/client/{appId}")
class ClientController {

	private final Directories directories;

	private final CurrentOperator current;

	ClientController(Directories directories, CurrentOperator current) {
		this.directories = directories;
		this.current = current;
	}

	@GetMapping
	String show(@PathVariable UUID appId) {
		return objectId(appId).map((id) -> "redirect:/applications/" + id).orElse(none(appId));
	}

	@GetMapping("/roles")
	String roles(@PathVariable UUID appId, @RequestParam(required = false) @Nullable String service,
			@RequestParam(required = false) @Nullable String task,
			@RequestParam(required = false) @Nullable UUID person, RedirectAttributes kept) {
		return objectId(appId).map((id) -> {
			kept.addAttribute("service", service);
			kept.addAttribute("task", task);
			kept.addAttribute("person", person);
			return "redirect:/applications/" + id + "/roles";
		}).orElse(none(appId));
	}

	private Optional<UUID> objectId(UUID appId) {
		return this.directories.actingFor(this.current.delegation())
			.applicationByAppId(appId)
			.map(ApplicationRecord::objectId);
	}

	private static String none(UUID appId) {
		return "redirect:/applications?q=" + appId;
	}

}
