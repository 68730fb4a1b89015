package health.admit.portal.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans and facts as they are stored.
 */
final class OperationJson {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {
	};

	private OperationJson() {
	}

	static String plan(Plan plan) {
		return MAPPER.writeValueAsString(plan);
	}

	static Plan plan(String text) {
		return MAPPER.readValue(text, Plan.class);
	}

	static String facts(Map<String, String> facts) {
		return MAPPER.writeValueAsString(new TreeMap<>(facts));
	}

	static Map<String, String> facts(String text) {
		return Map.copyOf(MAPPER.readValue(text, FACTS));
	}

	/**
	 * The plan, where it stands and everything that happened, for people who help.
	 */
	static String journal(OperationRow operation, List<StepEvent> events) {
		return MAPPER.writerWithDefaultPrettyPrinter()
			.writeValueAsString(new Export(operation.id().toString(), operation.tenant(), operation.startedBy(),
					operation.delegation().operator(), operation.phase(), operation.planHash(), operation.plan(),
					operation.state().steps().stream().map(Stand::of).toList(), operation.facts(),
					operation.startedAt(), operation.changedAt(), events));
	}

	private record Export(String operation, UUID tenant, UUID startedBy, UUID operator, OperationState.Phase phase,
			String planHash, Plan plan, List<Stand> steps, Map<String, String> facts, Instant startedAt,
			Instant changedAt, List<StepEvent> journal) {
	}

	/**
	 * Where one step of the plan stands.
	 */
	private record Stand(String kind, StepState.Status status, int attempts, @Nullable String code,
			@Nullable String message, @Nullable String requestId) {

		static Stand of(StepState step) {
			return new Stand(step.step().kind(), step.status(), step.attempts(), step.code(), step.message(),
					step.requestId());
		}

	}

}
