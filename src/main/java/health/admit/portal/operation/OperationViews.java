package health.admit.portal.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.operation.StepLine.JournalLine;
import health.admit.portal.operation.StepState.Status;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.People;
import health.admit.portal.signin.Person;
import health.admit.portal.signin.PortalRole;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts operations into words.
 */
@Component
class OperationViews {

	private final OperationTexts texts;

	private final People people;

	private final Clock clock;

	OperationViews(OperationTexts texts, People people, Clock clock) {
		this.texts = texts;
		this.people = people;
		this.clock = clock;
	}

	OperationView view(OperationRow row, List<StepEvent> events, Operator reader) {
		return view(row, events, reader, people(List.of(row), reader));
	}

	/**
	 * Operations without their journals.
	 */
	List<OperationView> list(List<OperationRow> rows, Operator reader) {
		Map<UUID, Person> people = people(rows, reader);
		return rows.stream().map((row) -> view(row, List.of(), reader, people)).toList();
	}

	private Map<UUID, Person> people(List<OperationRow> rows, Operator reader) {
		return this.people.seenBy(reader,
				rows.stream().flatMap((row) -> Stream.of(row.startedBy(), row.delegation().operator())).toList());
	}

	private OperationView view(OperationRow row, List<StepEvent> events, Operator reader, Map<UUID, Person> people) {
		OperationState state = row.state();
		List<StepLine> steps = new ArrayList<>();
		for (int position = 0; position < state.steps().size(); position++) {
			steps.add(line(state.steps().get(position), row.phase(), journal(events, position)));
		}
		UUID operator = row.delegation().operator();
		return new OperationView(row.id().toString(), title(row.plan()), row.phase().name(), this.texts.of(row.phase()),
				summary(state), Long.toString(row.changedAt().toEpochMilli()),
				Objects.requireNonNull(people.get(row.startedBy())),
				operator.equals(row.startedBy()) ? null : people.get(operator), row.startedAt(), row.changedAt(), steps,
				reader.is(PortalRole.REGISTRAR) ? null : need(row),
				reader.is(PortalRole.REGISTRAR) ? result(row) : null, note(row), warnings(row),
				reader.is(PortalRole.REGISTRAR) ? review(row) : null);
	}

	/**
	 * What somebody has to do who may go on with the operation.
	 */
	private @Nullable String need(OperationRow row) {
		String scopes = row.parkedScopes()
			.stream()
			.map(DelegatedScope::shown)
			.sorted()
			.collect(Collectors.joining(", "));
		return switch (row.phase()) {
			case PARKED -> scopes.isEmpty() ? this.texts.get("operation.need.signIn")
					: this.texts.get("operation.need.scopes", scopes);
			case REFUSED -> this.texts.get("operation.need.cure");
			case RUNNING, FINISHED -> null;
		};
	}

	private static @Nullable String result(OperationRow row) {
		return (row.phase() == Phase.FINISHED) ? row.plan().resultPath().replace("{id}", row.id().toString()) : null;
	}

	private @Nullable String note(OperationRow row) {
		List<PlannedStep> steps = row.plan().steps();
		if (row.phase() != Phase.FINISHED || steps.isEmpty()) {
			return null;
		}
		String note = this.texts.getOr("operation.note." + steps.get(steps.size() - 1).kind(), "");
		return note.isEmpty() ? null : note;
	}

	/**
	 * What a step found that somebody should know, whatever became of the operation.
	 */
	private List<String> warnings(OperationRow row) {
		return new TreeMap<>(row.facts()).entrySet()
			.stream()
			.filter((fact) -> fact.getKey().startsWith(OperationState.WARNING))
			.map((fact) -> this.texts.get("operation." + fact.getKey(), fact.getValue()))
			.toList();
	}

	private OperationView.@Nullable Review review(OperationRow row) {
		StepRow step = (row.phase() == Phase.REFUSED) ? row.current().orElse(null) : null;
		String path = (step != null) ? step.planned().parameters().get(PlannedStep.REVIEW) : null;
		String text = (step != null) ? this.texts.getOr("operation.review." + step.said().code(), "") : "";
		return (path == null || text.isEmpty()) ? null
				: new OperationView.Review(path.replace("{id}", row.id().toString()), text);
	}

	/**
	 * What a step does; hostile input.
	 */
	String title(PlannedStep step) {
		return this.texts.getOr("operation.step." + step.kind(), step.label(), step.label());
	}

	private String title(Plan plan) {
		return this.texts.getOr("operation.kind." + plan.kind(), plan.title(), plan.title());
	}

	private String summary(OperationState state) {
		long done = state.steps().stream().filter((step) -> step.status() == Status.APPLIED).count();
		String key = "operation.summary." + state.phase().name();
		int all = state.steps().size();
		return this.texts.getOr(key + "." + state.plan().kind(), this.texts.get(key, done, all), done, all);
	}

	private StepLine line(StepState step, Phase phase, List<JournalLine> journal) {
		PlannedStep planned = step.step();
		String title = title(planned);
		String why = this.texts.getOr("operation.step." + planned.kind() + ".why", "", planned.label());
		boolean refused = step.status() == Status.REFUSED;
		return new StepLine(step.status().name(), this.texts.of(step.status()), title, why,
				(phase == Phase.RUNNING) ? waiting(step) : null, step.nextTry(), refused ? explanation(step) : null,
				refused ? step.code() : null, refused ? step.message() : null, journal);
	}

	/**
	 * Such as "The directory copy is not there yet. Try 4 of 36, next in 5 s."
	 */
	private @Nullable String waiting(StepState step) {
		String cause = step.waitingFor();
		Instant next = step.nextTry();
		if (cause == null || next == null) {
			return null;
		}
		long seconds = Math.max(0, Duration.between(this.clock.instant(), next).toSeconds());
		String what = this.texts.getOr(cause, this.texts.get("operation.wait"));
		return (step.tries() == 0) ? what + " " + this.texts.get("operation.wait.next", seconds)
				: what + " " + this.texts.get("operation.wait.try", step.tries(), step.triesAtMost(), seconds);
	}

	private String explanation(StepState step) {
		String label = step.step().label();
		return (step.code() == null || step.code().isEmpty()) ? this.texts.get("operation.refused", label) : this.texts
			.getOr("operation.refused." + step.code(), this.texts.get("operation.refused", label), label);
	}

	private List<JournalLine> journal(List<StepEvent> events, int position) {
		return events.stream()
			.filter((event) -> event.position() == position)
			.map((event) -> new JournalLine(event.at(),
					this.texts.get("operation.event." + event.kind().name(), event.attempt()),
					(event.clientRequestId() != null) ? event.clientRequestId().toString() : null, event.requestId(),
					event.code(), event.message()))
			.toList();
	}

}
