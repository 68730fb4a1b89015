package health.admit.portal.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.People;
import health.admit.portal.signin.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The audit trail, and whether anybody tampered with it.
 */
@Controller
class AuditController {

	private static final int PAGE = 50;

	private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {
	};

	private final AuditRows rows;

	private final ChainVerifier verifier;

	private final CurrentOperator current;

	private final People people;

	private final JsonMapper json = JsonMapper.builder().build();

	AuditController(AuditRows rows, ChainVerifier verifier, CurrentOperator current, People people) {
		this.rows = rows;
		this.verifier = verifier;
		this.current = current;
		this.people = people;
	}

	@GetMapping("/audit")
	String show(@RequestParam(name = "action", required = false) @Nullable String action,
			@RequestParam(name = "actor", required = false) @Nullable String actor,
			@RequestParam(name = "operation", required = false) @Nullable String operation,
			@RequestParam(name = "below", required = false) @Nullable Long below, Model model) {
		Operator reader = this.current.operator();
		UUID tenant = reader.tenant();
		AuditFilter filter = new AuditFilter(action, actor, operation);
		List<AuditRow> found = this.rows.newest(tenant, filter, (below != null) ? below : Long.MAX_VALUE, PAGE + 1);
		Map<UUID, Person> people = this.people.seenBy(reader, found.stream().map(AuditRow::actor).toList());
		List<AuditLine> lines = found.stream().limit(PAGE).map((row) -> line(row, people)).toList();
		model.addAttribute("lines", lines);
		model.addAttribute("filter", filter);
		model.addAttribute("chain", this.verifier.verify(tenant));
		model.addAttribute("older", (found.size() > PAGE) ? lines.get(lines.size() - 1).seq() : null);
		return "audit/list";
	}

	private AuditLine line(AuditRow row, Map<UUID, Person> people) {
		return new AuditLine(row.seq(), row.at(), Objects.requireNonNull(people.get(row.actor())), row.action(),
				(row.operation() != null) ? row.operation().toString() : null, row.target(), details(row));
	}

	/**
	 * The details as they are; tampered ones may be no JSON.
	 */
	private Map<String, String> details(AuditRow row) {
		try {
			return this.json.readValue(row.details(), DETAILS);
		}
		catch (RuntimeException ex) {
			return Map.of("?", row.details());
		}
	}

}
