package health.admit.portal.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.PortalRole;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where an operation stands. Safe to leave and to come back to.
 */
@Controller
class OperationController {

	private final OperationRows rows;

	private final OperationViews views;

	private final Undos undos;

	private final CurrentOperator current;

	OperationController(OperationRows rows, OperationViews views, Undos undos, CurrentOperator current) {
		this.rows = rows;
		this.views = views;
		this.undos = undos;
		this.current = current;
	}

	@GetMapping("/operations/{id}")
	String show(@PathVariable("id") UUID id, Model model) {
		model.addAllAttributes(page(row(id)));
		return "operation/progress";
	}

	/**
	 * The part of the page that changes; nothing when it is as the page has it.
	 */
	@GetMapping("/operations/{id}/progress")
	ModelAndView refresh(@PathVariable("id") UUID id,
			@RequestParam(name = "seen", required = false) @Nullable String seen) {
		Map<String, Object> page = page(row(id));
		if (page.get("operation") instanceof OperationView view && Objects.equals(view.seen(), seen)) {
			ModelAndView nothing = new ModelAndView();
			nothing.setView((model, request, response) -> {
			});
			nothing.setStatus(HttpStatus.NO_CONTENT);
			return nothing;
		}
		return new ModelAndView("operation/progress :: progress", page).addObject("part", true);
	}

	@GetMapping("/operations/{id}/journal.json")
	ResponseEntity<String> journal(@PathVariable("id") UUID id) {
		OperationRow row = row(id);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"operation-" + row.id() + ".json\"")
			.body(OperationJson.journal(row, this.rows.events(row.id())));
	}

	private Map<String, Object> page(OperationRow row) {
		Operator reader = this.current.operator();
		Map<String, Object> page = new HashMap<>();
		page.put("operation", this.views.view(row, this.rows.events(row.id()), reader));
		this.undos.of(row).ifPresent((undo) -> page.put("undone", undo.toString()));
		page.put("undoable", reader.is(PortalRole.REGISTRAR) && this.undos.plan(row).isPresent());
		return page;
	}

	private OperationRow row(UUID id) {
		OperationId operation = new OperationId(id);
		return this.rows.find(this.current.operator().tenant(), operation)
			.orElseThrow(() -> new OperationNotFound(operation));
	}

}
