package health.admit.portal.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.cloud.CallTrace;
import health.admit.portal.directory.DirectoryRefused;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/**
 * One page with every fragment, and pages that fail.
 */
@Controller
@ConditionalOnProperty("gallery")
class Samples {

	static final String HOSTILE = "\"><img src=x onerror=alert(1)>'";

	record Sample(String name, String notes, String start, String months, String kind, List<String> scopes,
			Boolean agreed, MultipartFile certificate) {
	}

	record Option(String value, String text, String hint) {
	}

	@GetMapping("/samples")
	String show(Model model) {
		model.addAttribute("sample", new Sample("pasted", null, null, "a", "b", List.of("a"), true, null));
		return page(model);
	}

	@PostMapping("/samples")
	@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
	String submit(@ModelAttribute("sample") Sample sample, BindingResult errors, Model model) {
		errors.rejectValue("name", "short", "Too short");
		errors.rejectValue("kind", "none", "Choose one");
		errors.reject("none", "Nothing fits");
		return page(model);
	}

	@GetMapping("/samples/fails")
	String fails() {
		throw new IllegalStateException("com.example.Secret at line 1");
	}

	@GetMapping("/samples/refused")
	String refused() {
		throw new DirectoryRefused(403, "Authorization_RequestDenied", "Insufficient <b>privileges</b>",
				new CallTrace(UUID.fromString("11111111-2222-3333-4444-555555555555"), "graph-request-id"));
	}

	@GetMapping("/samples/taken")
	String taken(UUID id) {
		return "help";
	}

	private static String page(Model model) {
		Map<String, String> months = new LinkedHashMap<>();
		months.put("a", "6 months (recommended)");
		months.put("b", HOSTILE);
		model.addAttribute("months", months);
		model.addAttribute("kinds",
				List.of(new Option("a", "Runs on a server that can keep a secret", "A web application or a service"),
						new Option("b", "Single-page app", "Runs in the browser and can keep no secret"),
						new Option("c", HOSTILE, null)));
		model.addAttribute("hostile", HOSTILE);
		model.addAttribute("list", List.of(HOSTILE, "second"));
		model.addAttribute("instant", Instant.parse("2026-12-05T08:40:00Z"));
		model.addAttribute("toast", "Draft saved");
		return "samples/form";
	}

}
