package health.admit.portal.registration;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import health.admit.portal.credentials.CertificateDetails;
import health.admit.portal.credentials.CertificateReader;
import health.admit.portal.credentials.CertificateView;
import health.admit.portal.credentials.SelfSigned;
import health.admit.portal.credentials.SelfSigned.GeneratedPair;
import health.admit.portal.credentials.SelfSigned.KeyType;
import health.admit.portal.kits.Download;
import health.admit.portal.registration.CredentialChoice.Kind;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Generates a key pair for testing. The certificate goes into the draft; the private key
 * is the answer to the form, once.
 */
@Controller
class GenerateController {

	private static final String VIEW = "registration/credentials/generate";

	private static final String PATH = "/registrations/{draft}/credentials/certificate/new";

	private final WizardPage page;

	private final CredentialPage credentials;

	private final CertificateReader reader;

	private final SelfSigned selfSigned;

	private final Texts texts;

	GenerateController(WizardPage page, CredentialPage credentials, CertificateReader reader, SelfSigned selfSigned,
			Texts texts) {
		this.page = page;
		this.credentials = credentials;
		this.reader = reader;
		this.selfSigned = selfSigned;
		this.texts = texts;
	}

	@GetMapping(PATH)
	String show(@PathVariable("draft") UUID id, Model model) {
		Draft draft = this.credentials.open(id, Kind.CERTIFICATE, model);
		Basics basics = draft.content().basics();
		model.addAttribute("form", GenerateForm.suggested((basics != null) ? basics.name() : ""));
		ask(draft, model);
		return VIEW;
	}

	/**
	 * The page stays in the browser after the download and may be sent again, so the
	 * draft's own version counts. But a certificate that the page did not tell of is not
	 * replaced: somebody may have stored its key file already.
	 * @param replaces thumbprint of the certificate the page told of
	 */
	@PostMapping(PATH)
	ModelAndView submit(@PathVariable("draft") UUID id, @RequestParam(defaultValue = "") String replaces,
			@Valid @ModelAttribute("form") GenerateForm form, BindingResult errors, Model model) {
		Draft draft = this.credentials.open(id, Kind.CERTIFICATE, model);
		if (form.format() == GenerateForm.Format.PKCS12 && !form.passwordFits()) {
			errors.rejectValue("password", "password", this.texts.get("registration.credentials.generate.password.bad",
					GenerateForm.SHORTEST_PASSWORD, GenerateForm.LONGEST_PASSWORD));
		}
		if (!held(draft).map(CertificateDetails::sha256).orElse("").equals(replaces)) {
			errors.reject("replaces", generateText("meanwhile"));
		}
		if (errors.hasErrors()) {
			ask(draft, model);
			return this.page.rejected(VIEW);
		}
		GeneratedPair pair = generate(form);
		this.page.save(draft, WizardStep.CREDENTIALS, draft.version(),
				draft.content().with(CertificateController.choice(pair.certificate())), null);
		String type = (form.format() == GenerateForm.Format.PEM) ? "application/x-pem-file" : "application/x-pkcs12";
		return new ModelAndView(new Download(pair.fileName(), type, pair.file()));
	}

	private GeneratedPair generate(GenerateForm form) {
		String name = String.valueOf(form.name()).strip();
		KeyType type = (form.keyType() != null) ? form.keyType() : KeyType.RSA_3072;
		int months = (form.months() != null) ? form.months() : 3;
		String password = form.password();
		return (form.format() == GenerateForm.Format.PKCS12 && password != null)
				? this.selfSigned.pkcs12(name, type, months, password.toCharArray())
				: this.selfSigned.pem(name, type, months);
	}

	private Optional<CertificateDetails> held(Draft draft) {
		CredentialChoice choice = draft.content().credential();
		return Optional.ofNullable((choice != null) ? choice.certificate() : null)
			.map((certificate) -> this.reader.known(Base64.getDecoder().decode(certificate.der())));
	}

	private void ask(Draft draft, Model model) {
		held(draft).ifPresent((held) -> {
			model.addAttribute("replaces", held.sha256());
			model.addAttribute("replaced", this.texts.get("registration.credentials.generate.replaced",
					held.displayName(), CertificateView.grouped(held.sha1())));
		});
		model.addAttribute("keyTypes", choices(KeyType.values()));
		model.addAttribute("formats", choices(GenerateForm.Format.values()));
		model.addAttribute("lives", lives());
		model.addAttribute("back", CredentialPage.path(draft, Kind.CERTIFICATE));
		model.addAttribute("action", CredentialPage.path(draft, Kind.CERTIFICATE) + "/new");
	}

	private List<Choice> choices(Enum<?>[] constants) {
		return Arrays.stream(constants)
			.map((constant) -> new Choice(constant.name(), generateText(constant.name()),
					generateText(constant.name() + ".hint")))
			.toList();
	}

	private String generateText(String rest) {
		return this.texts.get("registration.credentials.generate." + rest);
	}

	private List<Choice> lives() {
		return IntStream.rangeClosed(3, 12)
			.mapToObj((months) -> new Choice(String.valueOf(months),
					this.texts.get("registration.credentials.secret.months", months), null))
			.toList();
	}

}
