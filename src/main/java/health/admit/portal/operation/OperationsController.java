package health.admit.portal.operation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
		model.addAttribute("filters", filters(phase, this.rows.counts(reader.tenant())));
		model.addAttribute("phase", (phase != null) ? phase.name() : null);
		model.addAttribute("newer", (at > 0) ? at - 1 : null);
		model.addAttribute("older", (found.size() > PAGE) ? at + 1 : null);
		return "operation/list";
	}

	private List<Filter> filters(@Nullable Phase chosen, Map<Phase, Integer> counts) {
		List<Filter> filters = new ArrayList<>();
		filters.add(new Filter(null, this.texts.get("operation.list.all"),
				counts.values().stream().mapToInt(Integer::intValue).sum(), chosen == null));
		for (Phase phase : Phase.values()) {
			filters.add(new Filter(phase.name(), this.texts.of(phase), counts.getOrDefault(phase, 0), phase == chosen));
		}
		return filters;
	}

	/**
	 * A phase to filter by.
	 *
	 * @param value as the address of the page has it; null for all phases
	 * @param count operations in it
	 */
	record Filter(@Nullable String value, String text, int count, boolean chosen) {
	}

}
