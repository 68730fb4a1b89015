package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.access.ClientTask;
import health.admit.portal.azure.PrincipalType;
import health.admit.portal.credentials.SelfSigned;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the pages of the wizard have in common when something is not as the page expects.
 */
@ControllerAdvice(basePackageClasses = WizardAdvice.class)
class WizardAdvice {

	private static final List<Class<?>> CHOICES = List.of(Purpose.class, AccountTypes.class, ClientKind.class,
			SelfSigned.KeyType.class, GenerateForm.Format.class, Boolean.class, Integer.class, UUID.class,
			AccessChoice.Mode.class, ClientTask.class, PrincipalType.class);

	private final DraftSummary summary;

	WizardAdvice(DraftSummary summary) {
		this.summary = summary;
	}

	@InitBinder("form")
	void choices(WebDataBinder binder) {
		CHOICES.forEach((type) -> binder.registerCustomEditor(type, new LenientChoice(type)));
	}

	@ExceptionHandler
	String notReached(StepNotReached ex) {
		return "redirect:" + ex.instead();
	}

	@ExceptionHandler
	ModelAndView conflict(DraftConflict ex) {
		ModelAndView page = new ModelAndView("registration/changed", HttpStatus.CONFLICT);
		page.addObject("title", this.summary.title(ex.current().content()));
		page.addObject("version", ex.current().version());
		page.addObject("step", ex.step().name());
		page.addObject("action", "/registrations/" + ex.current().id() + "/changed");
		page.addObject("differences", differences(ex.mine(), ex.current().content()));
		return page;
	}

	private List<DifferenceView> differences(DraftContent mine, DraftContent theirs) {
		Map<String, String> ours = texts(mine);
		Map<String, String> others = texts(theirs);
		List<DifferenceView> differences = new ArrayList<>();
		Map<String, String> labels = new LinkedHashMap<>(ours);
		others.forEach(labels::putIfAbsent);
		for (String label : labels.keySet()) {
			DifferenceView difference = new DifferenceView(label, ours.getOrDefault(label, ""),
					others.getOrDefault(label, ""));
			if (!difference.mine().equals(difference.theirs())) {
				differences.add(difference);
			}
		}
		return differences;
	}

	private Map<String, String> texts(DraftContent content) {
		Map<String, String> texts = new LinkedHashMap<>();
		this.summary.lines(content).forEach((line) -> texts.merge(line.label(), line.text(), (a, b) -> a + ", " + b));
		return texts;
	}

	/**
	 * A decision that differs between two tabs.
	 */
	record DifferenceView(String label, String mine, String theirs) {
	}

}
