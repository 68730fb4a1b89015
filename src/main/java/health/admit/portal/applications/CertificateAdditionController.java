package health.admit.portal.applications;

import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.credentials.ApplicationCertificates;
import health.admit.portal.credentials.CertificateDetails;
import health.admit.portal.credentials.CertificateProblem;
import health.admit.portal.credentials.CertificateReader;
import health.admit.portal.credentials.CertificateViews;
import health.admit.portal.credentials.HeldCertificates;
import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.CredentialPolicy;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.DirectoryUnavailable;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.PlanChanged;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.OwnRegistration;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Adds a certificate to an application: takes it, shows it beside those that are there,
 * and starts the operation, unless they are others by then.
 */
@Controller
@RequestMapping("/applications/{objectId}/certificates")
class CertificateAdditionController {

	private static final String FORM = "applications/certificate";

	private static final String REVIEW = "applications/certificate-review";

	private final Directories directories;

	private final ApplicationCertificates certificates;

	private final CertificateReader reader;

	private final CertificateViews views;

	private final CurrentOperator current;

	private final OwnRegistration ownRegistration;

	private final Clock clock;

	CertificateAdditionController(Directories directories, ApplicationCertificates certificates,
			CertificateReader reader, CertificateViews views, CurrentOperator current, OwnRegistration ownRegistration,
			Clock clock) {
		this.directories = directories;
		this.certificates = certificates;
		this.reader = reader;
		this.views = views;
		this.current = current;
		this.ownRegistration = ownRegistration;
		this.clock = clock;
	}

	@GetMapping("/new")
	ModelAndView show(@PathVariable UUID objectId, @RequestParam(required = false) @Nullable CertificateProblem problem,
			Model model) {
		Optional<ApplicationRecord> application = application(objectId);
		if (application.isEmpty()) {
			return away(objectId);
		}
		this.current.require(DelegatedScope.APPLICATION_WRITE);
		return (problem != null) ? refused(application.get(), CertificateForm.empty(), problem, model)
				: form(application.get(), CertificateForm.empty(), model);
	}

	/** Changes nothing: the page that follows asks for the word to do it. */
	@PostMapping("/new")
	ModelAndView review(@PathVariable UUID objectId, @ModelAttribute("form") CertificateForm form, BindingResult errors,
			Model model) {
		Optional<ApplicationRecord> application = application(objectId);
		if (application.isEmpty()) {
			return away(objectId);
		}
		return this.reader.read(form.bytes(), policy()).fold((read) -> {
			HeldCertificates now = held(objectId);
			return review(application.get(), read.details(), now, now, model);
		}, (no) -> refused(application.get(), form, no.problem(), model));
	}

	/**
	 * Starts the operation.
	 * @param certificate DER in base64
	 * @param seen canonical form of the certificates that the page showed; its
	 * fingerprint is compared
	 * @param then {@code back} to choose another certificate
	 */
	@PostMapping
	ModelAndView submit(@PathVariable UUID objectId, @RequestParam UUID key, @RequestParam String certificate,
			@RequestParam String seen, @RequestParam(required = false) @Nullable String then, Model model) {
		Optional<ApplicationRecord> application = application(objectId);
		if (application.isEmpty()) {
			return away(objectId);
		}
		HeldCertificates before = HeldCertificates.parse(seen);
		byte[] der = Base64.getDecoder().decode(certificate);
		return this.reader.read(der, policy())
			.fold((read) -> "back".equals(then) ? form(application.get(), CertificateForm.from(read.details()), model)
					: start(application.get(), read.details(), before, key, model),
					(no) -> refused(application.get(), CertificateForm.empty(), no.problem(), model));
	}

	/** Decides again what an operation has found to be others. */
	@GetMapping("/again")
	ModelAndView again(@PathVariable UUID objectId, @RequestParam UUID operation, Model model) {
		Optional<ApplicationRecord> application = application(objectId);
		Optional<ApplicationCertificates.Addition> asked = application.flatMap(
				(found) -> this.certificates.asked(objectId, new OperationId(operation), this.current.delegation()));
		if (asked.isEmpty()) {
			return away(objectId);
		}
		this.current.require(DelegatedScope.APPLICATION_WRITE);
		return review(application.orElseThrow(), asked.get().certificate(), asked.get().seen(), held(objectId), model);
	}

	@ExceptionHandler(IllegalArgumentException.class)
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	void tampered() {
	}

	private ModelAndView start(ApplicationRecord application, CertificateDetails certificate, HeldCertificates seen,
			UUID key, Model model) {
		UUID objectId = application.objectId();
		HeldCertificates now = held(objectId);
		boolean same = now.fingerprint().equals(seen.fingerprint());
		if (same || this.certificates.startedWith(key, this.current.delegation()).isPresent()) {
			try {
				return new ModelAndView("redirect:/operations/" + this.certificates.add(objectId,
						application.displayName(), certificate, seen, key, this.current.delegation()));
			}
			catch (PlanChanged ex) {
				// The form was sent before with another certificate: asked anew, with a
				// new key.
			}
		}
		ModelAndView changed = review(application, certificate, seen, now, model);
		changed.setStatus(HttpStatus.CONFLICT);
		return changed;
	}

	private ModelAndView review(ApplicationRecord application, CertificateDetails certificate, HeldCertificates seen,
			HeldCertificates now, Model model) {
		page(application, model);
		model.addAttribute("certificate", this.views.of(certificate));
		model.addAttribute("der", Base64.getEncoder().encodeToString(certificate.der()));
		model.addAttribute("seen", now.canonical());
		model.addAttribute("key", UUID.randomUUID());
		model.addAttribute("there", now.with(certificate.sha1()).isPresent());
		model.addAttribute("changed", !seen.fingerprint().equals(now.fingerprint()));
		model.addAttribute("rows", CertificateComparison.of(seen, now, certificate, this.clock.instant()).rows());
		return new ModelAndView(REVIEW);
	}

	private ModelAndView refused(ApplicationRecord application, CertificateForm form, CertificateProblem problem,
			Model model) {
		CertificateForm again = form.after(problem);
		BindingResult errors = new BeanPropertyBindingResult(again, "form");
		errors.rejectValue(form.used(), problem.name(), this.views.problem(problem, policy()));
		model.addAttribute("form", again);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
		page(application, model);
		return new ModelAndView(FORM, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private ModelAndView form(ApplicationRecord application, CertificateForm form, Model model) {
		model.addAttribute("form", form);
		page(application, model);
		return new ModelAndView(FORM);
	}

	private static void page(ApplicationRecord application, Model model) {
		model.addAttribute("objectId", application.objectId());
		model.addAttribute("name", Excerpt.of(application.displayName(), Excerpt.NAME));
		model.addAttribute("appId", application.appId());
	}

	private static ModelAndView away(UUID objectId) {
		return new ModelAndView("redirect:/applications/" + objectId);
	}

	/** Empty for the portal's own registration, which it refuses to touch. */
	private Optional<ApplicationRecord> application(UUID objectId) {
		return directory().application(objectId).filter((found) -> !this.ownRegistration.is(found.appId()));
	}

	private HeldCertificates held(UUID objectId) {
		return this.certificates.held(objectId, this.current.delegation());
	}

	/** Graph itself refuses what a policy forbids that cannot be read. */
	private CredentialPolicy policy() {
		try {
			return directory().credentialPolicy();
		}
		catch (DirectoryUnavailable ex) {
			return CredentialPolicy.unknown();
		}
	}

	private Directory directory() {
		return this.directories.actingFor(this.current.delegation());
	}

}
