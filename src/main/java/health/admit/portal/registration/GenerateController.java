package health.admit.portal.registration;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import health.admit.portal.credentials.SelfSigned;
import health.admit.portal.credentials.SelfSigned.GeneratedPair;
import health.admit.portal.credentials.SelfSigned.KeyType;
import health.admit.portal.registration.CredentialChoice.Kind;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

	private final SelfSigned selfSigned;

	private final Texts texts;

	GenerateController(WizardPage page, CredentialPage credentials, SelfSigned selfSigned, Texts texts) {
		this.page = page;
		this.credentials = credentials;
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
	 * draft's own version counts: each pair replaces the one before.
	 */
	@PostMapping(PATH)
	ModelAndView submit(@PathVariable("draft") UUID id, @Valid @ModelAttribute("form") GenerateForm form,
			BindingResult errors, Model model) {
		Draft draft = this.credentials.open(id, Kind.CERTIFICATE, model);
		if (form.format() == GenerateForm.Format.PKCS12 && !form.passwordFits()) {
			errors.rejectValue("password", "password", this.texts.get("registration.credentials.generate.password.bad",
					GenerateForm.SHORTEST_PASSWORD, GenerateForm.LONGEST_PASSWORD));
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

	private void ask(Draft draft, Model model) {
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
