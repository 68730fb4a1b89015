package health.admit.sandbox.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Faults that strike by chance. The same seed strikes the same of a sequence of requests.
 */
final class RandomFaults {

	static final RandomFaults NONE = new RandomFaults(Json.object().put("share", 0));

	private final long seed;

	private final double share;

	private final String method;

	private final Pattern path;

	private final List<FaultRule> kinds = new ArrayList<>();

	private final SplittableRandom random;

	private RandomFaults(JsonNode wanted) {
		this.seed = wanted.path("seed").asLong(0);
		this.share = wanted.path("share").asDouble(0);
		this.method = wanted.path("method").asString("*");
		this.path = Pattern.compile(wanted.path("path").asString(".*"));
		wanted.path("kinds")
			.forEach((kind) -> this.kinds.add(FaultRule
				.read(Json.object().put("kind", kind.asString("")).put("retryAfter", retryAfter(wanted)))));
		if (this.share < 0 || this.share > 1 || (this.share > 0 && this.kinds.isEmpty())) {
			throw new IllegalArgumentException("Random faults need a share from 0 to 1 and kinds");
		}
		this.random = new SplittableRandom(this.seed);
	}

	/**
	 * Reads what is wanted.
	 * @throws IllegalArgumentException when it is not understood
	 */
	static RandomFaults read(JsonNode wanted) {
		return new RandomFaults(wanted);
	}

	/** What strikes the next request, if anything does. */
	synchronized Optional<FaultRule> striking(String requestMethod, String requestPath) {
		boolean fits = this.share > 0 && (this.method.equals("*") || this.method.equalsIgnoreCase(requestMethod))
				&& this.path.matcher(requestPath).find();
		return (fits && this.random.nextDouble() < this.share)
				? Optional.of(this.kinds.get(this.random.nextInt(this.kinds.size()))) : Optional.empty();
	}

	long seed() {
		return this.seed;
	}

	ObjectNode describe() {
		ObjectNode all = Json.object()
			.put("seed", this.seed)
			.put("share", this.share)
			.put("method", this.method)
			.put("path", this.path.pattern());
		this.kinds.forEach((rule) -> all.withArray("kinds").add(rule.kind().name()));
		return all;
	}

	private static int retryAfter(JsonNode wanted) {
		return wanted.path("retryAfter").asInt(-1);
	}

}
