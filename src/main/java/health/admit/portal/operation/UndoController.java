package health.admit.portal.operation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.signin.CurrentOperator;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Undoes an operation: says what it made and what of that goes, asks, and starts the
 * operation that removes it.
 */
@Controller
@RequestMapping("/operations/{id}/undo")
class UndoController {

	private static final String PAGE = "operation/undo";

	private final OperationRows rows;

	private final OperationViews views;

	private final OperationTexts texts;

	private final Undos undos;

	private final CurrentOperator current;

	UndoController(OperationRows rows, OperationViews views, OperationTexts texts, Undos undos,
			CurrentOperator current) {
		this.rows = rows;
		this.views = views;
		this.texts = texts;
		this.undos = undos;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable UUID id, Model model) {
		OperationRow row = row(id);
		return this.undos.plan(row).map((undo) -> {
			model.addAttribute("form", new UndoForm(null, undo.plan().hash()));
			return page(row, undo, model, 200);
		}).orElseGet(() -> instead(row));
	}

	@PostMapping
	ModelAndView submit(@PathVariable UUID id, @Valid @ModelAttribute("form") UndoForm form, BindingResult errors,
			Model model) {
		if (errors.getTarget() == null) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		OperationRow row = row(id);
		if (!errors.hasErrors()) {
			Optional<OperationId> started = this.undos.start(row, form.seen(), this.current.delegation());
			if (started.isPresent()) {
				return new ModelAndView("redirect:/operations/" + started.get());
			}
		}
		Optional<UndoPlan> undo = this.undos.plan(row);
		if (undo.isEmpty()) {
			return instead(row);
		}
		if (errors.hasErrors()) {
			return page(row, undo.get(), model, 422);
		}
		model.addAttribute("changed", true);
		model.addAttribute("form", new UndoForm(null, undo.get().plan().hash()));
		return page(row, undo.get(), model, 409);
	}

	private ModelAndView page(OperationRow row, UndoPlan undo, Model model, int status) {
		model.addAttribute("operation", this.views.view(row, List.of(), this.current.operator()));
		model.addAttribute("name", row.plan().title());
		model.addAttribute("means",
				this.texts.getOr("operation.undo.means." + row.plan().kind(), this.texts.get("operation.undo.means")));
		model.addAttribute("removals", undo.plan().steps().stream().map(this.views::title).toList());
		model.addAttribute("untouched",
				undo.untouched()
					.stream()
					.map((stays) -> new Untouched(this.views.title(stays.step()), this.texts.get(stays.reason())))
					.toList());
		return new ModelAndView(PAGE, HttpStatus.valueOf(status));
	}

	/** The operation that undoes it, or else the operation itself. */
	private ModelAndView instead(OperationRow row) {
		return new ModelAndView("redirect:/operations/" + this.undos.of(row).orElse(row.id()));
	}

	private OperationRow row(UUID id) {
		OperationId operation = new OperationId(id);
		return this.rows.find(this.current.operator().tenant(), operation)
			.orElseThrow(() -> new OperationNotFound(operation));
	}

	/**
	 * What gets no removal, and why.
	 *
	 * @param title what the step did; hostile input
	 */
	record Untouched(String title, String reason) {
	}

}
