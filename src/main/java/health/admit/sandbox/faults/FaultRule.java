package health.admit.sandbox.faults;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import health.admit.sandbox.tenant.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which requests something goes wrong with, and how often.
 */
final class FaultRule {

	private static final String USUAL_CLAIMS = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"%d\"}}}";

	private final FaultKind kind;

	private final String method;

	private final Pattern path;

	private final Pattern query;

	private final int every;

	private final int retryAfter;

	private final int delay;

	private final @Nullable String claims;

	private final AtomicInteger skip;

	private final AtomicInteger left;

	private int passed;

	private final AtomicInteger held = new AtomicInteger();

	private final CountDownLatch released = new CountDownLatch(1);

	private FaultRule(JsonNode rule) {
		this.kind = FaultKind.valueOf(rule.path("kind").asString("").toUpperCase(Locale.ROOT).replace('-', '_'));
		this.method = rule.path("method").asString("*");
		this.path = Pattern.compile(rule.path("path").asString(".*"));
		this.query = Pattern.compile(rule.path("query").asString(this.kind.query()));
		this.every = Math.max(1, rule.path("every").asInt(1));
		this.retryAfter = rule.path("retryAfter").asInt(-1);
		this.delay = rule.path("delay").asInt(0);
		this.claims = Json.text(rule, "claims");
		this.skip = new AtomicInteger(rule.path("skip").asInt(0));
		this.left = new AtomicInteger(rule.path("times").asInt(1));
	}

	/**
	 * Reads a rule.
	 * @throws IllegalArgumentException when kind or pattern are not understood
	 */
	static FaultRule read(JsonNode rule) {
		return new FaultRule(rule);
	}

	/**
	 * Whether the rule strikes this request; counts when it does.
	 * @param requestQuery decoded
	 */
	synchronized boolean strikes(String requestMethod, String requestPath, String requestQuery) {
		boolean fits = (this.method.equals("*") || this.method.equalsIgnoreCase(requestMethod))
				&& this.path.matcher(requestPath).find() && this.query.matcher(requestQuery).find()
				&& this.left.get() > 0;
		if (!fits || this.skip.getAndUpdate((count) -> Math.max(0, count - 1)) > 0) {
			return false;
		}
		this.passed++;
		if (this.passed % this.every != 0) {
			return false;
		}
		this.left.decrementAndGet();
		return true;
	}

	FaultKind kind() {
		return this.kind;
	}

	/** Seconds for {@code Retry-After}; negative for none. */
	int retryAfter() {
		return (this.retryAfter < 0 && this.kind == FaultKind.THROTTLE) ? 1 : this.retryAfter;
	}

	/**
	 * Keeps the request waiting for the rule's delay or until the rule is taken back:
	 * with nothing carried out or with everything, as the kind says. A caller that dies
	 * meanwhile dies at a known point.
	 */
	void hold() {
		if (this.delay == 0) {
			return;
		}
		this.held.incrementAndGet();
		try {
			this.released.await(this.delay, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.held.decrementAndGet();
		}
	}

	/** Ends every wait. */
	void release() {
		this.released.countDown();
	}

	/** The claims of a challenge as JSON. */
	String claims(long now) {
		return (this.claims != null) ? this.claims : USUAL_CLAIMS.formatted(now);
	}

	ObjectNode describe() {
		return Json.object()
			.put("kind", this.kind.name())
			.put("method", this.method)
			.put("path", this.path.pattern())
			.put("query", this.query.pattern())
			.put("every", this.every)
			.put("skip", this.skip.get())
			.put("times", this.left.get())
			.put("held", this.held.get());
	}

}
