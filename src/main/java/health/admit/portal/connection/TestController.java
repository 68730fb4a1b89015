package health.admit.portal.connection;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import health.admit.portal.signin.CurrentOperator;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a test stands. Safe to leave and to come back to; a test is shown to whoever
 * started it and nobody else.
 */
@Controller
class TestController {

	private final TestRows rows;

	private final TestViews views;

	private final CurrentOperator current;

	private final Clock clock;

	TestController(TestRows rows, TestViews views, CurrentOperator current, Clock clock) {
		this.rows = rows;
		this.views = views;
		this.current = current;
		this.clock = clock;
	}

	@GetMapping("/connection/tests/{id}")
	String show(@PathVariable("id") UUID id, Model model) {
		model.addAttribute("test", view(id));
		return "connection/test";
	}

	/**
	 * The part of the page that changes; nothing when it is as the page has it.
	 */
	@GetMapping("/connection/tests/{id}/progress")
	ModelAndView refresh(@PathVariable("id") UUID id,
			@RequestParam(name = "seen", required = false) @Nullable String seen) {
		TestView view = view(id);
		if (Objects.equals(view.seen(), seen)) {
			ModelAndView nothing = new ModelAndView();
			nothing.setView((model, request, response) -> {
			});
			nothing.setStatus(HttpStatus.NO_CONTENT);
			return nothing;
		}
		return new ModelAndView("connection/test :: progress", Map.of("test", view, "part", true));
	}

	/** Asks the test to wait no longer. */
	@PostMapping("/connection/tests/{id}/stop")
	String stop(@PathVariable("id") UUID id) {
		if (!this.rows.askToStop(this.current.operator(), id)) {
			throw new TestNotFound(id);
		}
		return "redirect:/connection/tests/" + id;
	}

	private TestView view(UUID id) {
		return this.rows.find(this.current.operator(), id)
			.map((row) -> this.views.view(row, this.clock.instant()))
			.orElseThrow(() -> new TestNotFound(id));
	}

}
