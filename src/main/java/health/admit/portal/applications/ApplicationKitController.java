package health.admit.portal.applications;

import java.util.Optional;
import java.util.UUID;

import health.admit.portal.kits.Download;
import health.admit.portal.kits.KitClient;
import health.admit.portal.kits.Kits;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The client kit of an application that exists already. No secret is ever in it: nobody
 * can read the value of a secret again.
 */
@Controller
@RequestMapping("/applications/{objectId}/kit")
class ApplicationKitController {

	private final ApplicationKits applications;

	private final KitViews views;

	private final Kits kits;

	private final CurrentOperator current;

	ApplicationKitController(ApplicationKits applications, KitViews views, Kits kits, CurrentOperator current) {
		this.applications = applications;
		this.views = views;
		this.kits = kits;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable UUID objectId, KitForm form, Model model) {
		Optional<ApplicationKit> kit = this.applications.find(objectId, form, this.current.delegation());
		if (kit.isEmpty()) {
			model.addAttribute("objectId", objectId.toString());
			return new ModelAndView("applications/missing", HttpStatus.NOT_FOUND);
		}
		model.addAttribute("view", this.views.of(kit.get()));
		return new ModelAndView("applications/kit");
	}

	/**
	 * The zip, or one file of it. Where the page that was open no longer holds, it is
	 * shown anew and says why.
	 */
	@GetMapping("/download")
	View download(@PathVariable UUID objectId, KitForm form, @RequestParam(required = false) @Nullable String file) {
		return this.applications.find(objectId, form, this.current.delegation())
			.filter((kit) -> kit.lost() == 0)
			.flatMap(ApplicationKit::client)
			.flatMap((client) -> download(client, file))
			.orElseGet(() -> page(objectId));
	}

	private Optional<View> download(KitClient client, @Nullable String file) {
		return (file == null) ? Optional.of(Download.zip(this.kits, client, null))
				: this.kits.file(client, null, file).map(Download::file);
	}

	/**
	 * The same page, after the operator has agreed that the portal may read Azure.
	 */
	@GetMapping("/azure")
	View azure(@PathVariable UUID objectId) {
		this.current.require(DelegatedScope.AZURE);
		return page(objectId);
	}

	/**
	 * The same page, after the operator has agreed that the portal may read consent.
	 */
	@GetMapping("/consent")
	View consent(@PathVariable UUID objectId) {
		this.current.require(DelegatedScope.GRANT_WRITE);
		return page(objectId);
	}

	private static View page(UUID objectId) {
		return new RedirectView("/applications/" + objectId + "/kit", true);
	}

}
