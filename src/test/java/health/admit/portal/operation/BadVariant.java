package health.admit.portal.operation;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.JsonNode;

/**
 * Ways to carry out a step that others have taken and regretted. A harness that does not
 * catch them proves nothing.
 */
enum BadVariant {

	/**
	 * Looks for an application of the same name before it makes one, and marks nothing
	 * that it could look for afterwards.
	 */
	LOOKS_FOR_THE_NAME("application.create", "secret.create") {

		@Override
		StepOutcome apply(StepHandler real, StepCall call, CloudWorld cloud) {
			if (!call.step().kind().equals("application.create")) {
				return real.apply(call);
			}
			try {
				HttpResponse<String> found = cloud.graph("GET", "/applications?$filter="
						+ URLEncoder.encode("displayName eq '" + call.step().label() + "'", StandardCharsets.UTF_8), "",
						call);
				if (found.statusCode() != 200) {
					return new StepOutcome.Unknown("HTTP " + found.statusCode(), null);
				}
				JsonNode named = Json.read(found.body()).path("value").path(0);
				return applied(named.isObject() ? named : made(call, cloud));
			}
			catch (IOException ex) {
				return new StepOutcome.Unknown(String.valueOf(ex.getMessage()), null);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		boolean settle(StepHandler real, StepCall call) {
			return true;
		}

	},

	/** Takes the last secret for the only one. */
	NEVER_SETTLES("secret.create") {

		@Override
		boolean settle(StepHandler real, StepCall call) {
			return true;
		}

	},

	/** Looks for lost secrets once, a quarter of a minute after there is one to keep. */
	LOOKS_ONCE("secret.create") {

		@Override
		StepOutcome apply(StepHandler real, StepCall call, CloudWorld cloud) {
			StepOutcome outcome = real.apply(call);
			if (outcome instanceof StepOutcome.Applied applied && call.attempt() > 1) {
				Map<String, String> facts = new HashMap<>(call.facts());
				facts.putAll(applied.facts());
				StepCall look = new StepCall(call.operation(), call.step(), call.attempt(), facts, call.delegation(),
						call.clientRequestId(), call.lease());
				cloud.pass(Duration.ofSeconds(15));
				lookUntilClean(real, look);
			}
			return outcome;
		}

		@Override
		boolean settle(StepHandler real, StepCall call) {
			return true;
		}

	};

	private final Set<String> steps;

	BadVariant(String... steps) {
		this.steps = Set.of(steps);
	}

	StepOutcome apply(StepHandler real, StepCall call, CloudWorld cloud) {
		return real.apply(call);
	}

	boolean settle(StepHandler real, StepCall call) {
		return real.settle(call);
	}

	/** The handler, spoiled where this is about its step. */
	StepHandler spoil(StepHandler real, CloudWorld cloud) {
		return this.steps.contains(real.kind()) ? new Spoiled(this, real, cloud) : real;
	}

	private static void lookUntilClean(StepHandler real, StepCall look) {
		for (int looks = 0; looks < 10; looks++) {
			try {
				if (real.settle(look)) {
					return;
				}
			}
			catch (RuntimeException ex) {
				// A look that failed saw nothing; the next one may.
			}
		}
	}

	private static JsonNode made(StepCall call, CloudWorld cloud) throws IOException, InterruptedException {
		HttpResponse<String> made = cloud.graph("POST", "/applications",
				Json.object().put("displayName", call.step().label()).toString(), call);
		if (made.statusCode() != 201) {
			throw new IOException("HTTP " + made.statusCode());
		}
		return Json.read(made.body());
	}

	private static StepOutcome applied(JsonNode application) {
		return new StepOutcome.Applied(Map.of("appId", application.path("appId").asString(), "applicationObjectId",
				application.path("id").asString()));
	}

	private record Spoiled(BadVariant how, StepHandler real, CloudWorld cloud) implements StepHandler {

		@Override
		public String kind() {
			return this.real.kind();
		}

		@Override
		public Repetition repetition() {
			return this.real.repetition();
		}

		@Override
		public StepOutcome apply(StepCall call) {
			return this.how.apply(this.real, call, this.cloud);
		}

		@Override
		public StepOutcome reconcile(StepCall call) {
			return this.real.reconcile(call);
		}

		@Override
		public boolean settle(StepCall call) {
			return this.how.settle(this.real, call);
		}

	}

}
