package health.admit.sandbox.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The faults that are switched on.
 */
@Component
class Faults {

	private static final Pattern ONE_APPLICATION = Pattern
		.compile("/v1\\.0/(?:myorganization/)?applications/([0-9a-f-]{36})");

	private static final FaultRule CONCURRENT = FaultRule.read(Json.object().put("kind", "CONCURRENCY"));

	private final LagSettings lag;

	private final Clock clock;

	private final List<FaultRule> rules = new CopyOnWriteArrayList<>();

	private final Map<String, Instant> lastWrites = new ConcurrentHashMap<>();

	private volatile RandomFaults random = RandomFaults.NONE;

	private volatile Duration concurrencyWindow = Duration.ZERO;

	Faults(LagSettings lag, Clock clock) {
		this.lag = lag;
		this.clock = clock;
	}

	/**
	 * Adds to what is switched on.
	 * @throws IllegalArgumentException when something in it is not understood
	 */
	void add(ObjectNode wanted) {
		for (String name : wanted.propertyNames()) {
			if (!List.of("lag", "replicas", "concurrencyWindow", "rules", "random").contains(name)) {
				throw new IllegalArgumentException("Unknown member '" + name + "'");
			}
		}
		List<FaultRule> read = new ArrayList<>();
		wanted.path("rules").forEach((rule) -> read.add(FaultRule.read(rule)));
		if (wanted.has("lag") || wanted.has("replicas")) {
			this.lag.set(lags(wanted.path("lag")), wanted.path("replicas").asInt(this.lag.replicas()));
		}
		if (wanted.has("concurrencyWindow")) {
			this.concurrencyWindow = Duration.ofMillis(wanted.path("concurrencyWindow").asLong(0));
		}
		if (wanted.has("random")) {
			this.random = RandomFaults.read(wanted.path("random"));
			this.lag.seed(this.random.seed());
		}
		this.rules.addAll(read);
	}

	void clear() {
		this.rules.forEach(FaultRule::release);
		this.rules.clear();
		this.random = RandomFaults.NONE;
		this.lag.clear();
		this.lastWrites.clear();
		this.concurrencyWindow = Duration.ZERO;
	}

	ObjectNode describe() {
		ObjectNode all = Json.object();
		ObjectNode lags = all.putObject("lag");
		this.lag.lags().forEach((copy, length) -> lags.put(copy.name(), length.toMillis()));
		all.put("replicas", this.lag.replicas()).put("concurrencyWindow", this.concurrencyWindow.toMillis());
		all.set("random", this.random.describe());
		this.rules.forEach((rule) -> all.withArray("rules").add(rule.describe()));
		return all;
	}

	/** What strikes this request, if anything does. */
	Optional<FaultRule> striking(String method, String path, String query) {
		if (tooSoon(method, path)) {
			return Optional.of(CONCURRENT);
		}
		return this.rules.stream()
			.filter((rule) -> rule.strikes(method, path, query))
			.findFirst()
			.or(() -> this.random.striking(method, path));
	}

	/** Whether another write to the same application was only just made. */
	private boolean tooSoon(String method, String path) {
		Matcher application = ONE_APPLICATION.matcher(path);
		if (this.concurrencyWindow.isZero() || method.equals("GET") || !application.find()) {
			return false;
		}
		Instant now = this.clock.instant();
		Instant last = this.lastWrites.get(application.group(1));
		if (last != null && now.isBefore(last.plus(this.concurrencyWindow))) {
			return true;
		}
		this.lastWrites.put(application.group(1), now);
		return false;
	}

	private static Map<Copy, Duration> lags(JsonNode wanted) {
		Map<Copy, Duration> lags = new EnumMap<>(Copy.class);
		wanted.properties().forEach((member) -> {
			Duration length = Duration.ofMillis(member.getValue().asLong());
			if (member.getKey().equalsIgnoreCase("all")) {
				for (Copy copy : Copy.values()) {
					if (copy != Copy.MASTER) {
						lags.putIfAbsent(copy, length);
					}
				}
			}
			else {
				lags.put(Copy.valueOf(member.getKey().toUpperCase(Locale.ROOT)), length);
			}
		});
		return lags;
	}

}
