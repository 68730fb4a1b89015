package health.admit.portal.registration;

import java.util.Optional;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.SecretValue;
import health.admit.portal.kits.Download;
import health.admit.portal.kits.KitClient;
import health.admit.portal.kits.KitFile;
import health.admit.portal.kits.Kits;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.OperationState;
import health.admit.portal.operation.Operations;
import health.admit.portal.signin.CurrentOperator;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The client kit of a finished registration. The secret is in it only where the page that
 * shows it once sends it along: the portal does not have it any more.
 */
@Controller
class KitController {

	private static final String PATH = "/registrations/{operation}/kit";

	/** Entra's secrets have about forty characters. */
	private static final int LONGEST_SECRET = 500;

	private final Operations operations;

	private final Kits kits;

	private final Cloud cloud;

	private final CurrentOperator current;

	KitController(Operations operations, Kits kits, Cloud cloud, CurrentOperator current) {
		this.operations = operations;
		this.kits = kits;
		this.cloud = cloud;
		this.current = current;
	}

	/** The list of files. */
	@GetMapping(PATH)
	String show(@PathVariable("operation") UUID id, Model model, HttpServletResponse response) {
		OperationState operation = find(id);
		Optional<KitClient> client = KitClients.of(this.cloud, operation);
		model.addAttribute("name", operation.plan().title());
		model.addAttribute("result", "/registrations/" + operation.id() + "/result");
		model.addAttribute("action", "/registrations/" + operation.id() + "/kit/zip");
		model.addAttribute("one", "/registrations/" + operation.id() + "/kit/file");
		if (client.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
		}
		client.ifPresent((kit) -> {
			model.addAttribute("unnamed", kit.hasUnnamedService());
			model.addAttribute("codeOnly", kit.services().isEmpty());
		});
		model.addAttribute("files",
				client.map((kit) -> this.kits.files(kit, null).stream().map(KitFile::name).toList()).orElse(null));
		return "registration/kit";
	}

	@GetMapping(PATH + "/zip")
	View zip(@PathVariable("operation") UUID id) {
		return Download.zip(this.kits, client(id), null);
	}

	/** With the secret that the page has just shown. */
	@PostMapping(PATH + "/zip")
	View zipWithSecret(@PathVariable("operation") UUID id, @RequestParam("secret") String secret) {
		boolean usable = !secret.isBlank() && secret.length() <= LONGEST_SECRET;
		return Download.zip(this.kits, client(id), usable ? new SecretValue(secret) : null);
	}

	@GetMapping(PATH + "/file")
	View file(@PathVariable("operation") UUID id, @RequestParam("name") String name) {
		return this.kits.file(client(id), null, name)
			.map(Download::file)
			.orElseThrow(() -> new OperationNotFound(new OperationId(id)));
	}

	private KitClient client(UUID id) {
		return KitClients.of(this.cloud, find(id)).orElseThrow(() -> new OperationNotFound(new OperationId(id)));
	}

	private OperationState find(UUID id) {
		OperationId operation = new OperationId(id);
		return this.operations.find(this.current.operator().tenant(), operation)
			.filter((state) -> "registration".equals(state.plan().kind()))
			.filter((state) -> state.phase() == OperationState.Phase.FINISHED)
			.orElseThrow(() -> new OperationNotFound(operation));
	}

}
