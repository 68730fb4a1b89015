package health.admit.portal.operation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.Operator;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The operations of the tenant, newest first.
 */
@Controller
class OperationsController {

	private static final int PAGE = 25;

	private static final int LAST_PAGE = 10_000;

	private final OperationRows rows;

	private final OperationViews views;

	private final OperationTexts texts;

	private final CurrentOperator current;

	OperationsController(OperationRows rows, OperationViews views, OperationTexts texts, CurrentOperator current) {
		this.rows = rows;
		this.views = views;
		this.texts = texts;
		this.current = current;
	}

	@GetMapping("/operations")
	String show(@RequestParam(name = "phase", required = false) @Nullable Phase phase,
			@RequestParam(name = "page", defaultValue = "0") int page, Model model) {
		Set<Phase> phases = (phase != null) ? EnumSet.of(phase) : EnumSet.allOf(Phase.class);
		int at = Math.min(Math.max(page, 0), LAST_PAGE);
		Operator reader = this.current.operator();
		List<OperationRow> found = this.rows.newest(reader.tenant(), phases, at * PAGE, PAGE + 1);
		model.addAttribute("operations", this.views.list(found.stream().limit(PAGE).toList(), reader));
		model.addAttribute("filters",
				Arrays.stream(Phase.values())
					.map((each) -> new Filter(each.name(), this.texts.of(each), each == phase))
					.toList());
		model.addAttribute("phase", (phase != null) ? phase.name() : null);
		model.addAttribute("newer", (at > 0) ? at - 1 : null);
		model.addAttribute("older", (found.size() > PAGE) ? at + 1 : null);
		return "operation/list";
	}

	/**
	 * A phase to filter by.
	 */
	record Filter(String value, String text, boolean chosen) {
	}

}
