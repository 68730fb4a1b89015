package health.admit.portal.connection;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.connection.Fact.Kind;
import health.admit.portal.doctor.Cause;
import health.admit.portal.doctor.Challenge;
import org.jspecify.annotations.Nullable;

/**
 * The steps that ask the service as nobody: is it there, and whose tokens does it take?
 */
final class ServiceSteps {

	private final TestPlan plan;

	private final ServiceWire wire;

	private final Cloud cloud;

	private final Progress progress;

	ServiceSteps(TestPlan plan, ServiceWire wire, Cloud cloud, Progress progress) {
		this.plan = plan;
		this.wire = wire;
		this.cloud = cloud;
		this.progress = progress;
	}

	TestPlan plan() {
		return this.plan;
	}

	/**
	 * Whether the service is there.
	 */
	boolean reach() {
		ServiceRequest request = Probes.reach(this.plan.service().api());
		this.progress.begin(Step.REACH, shown(request, false));
		return ask(request, null).fold(this::reached, (silent) -> silent(Step.REACH, silent));
	}

	/**
	 * The audience the service wants tokens for; empty when it is not to be had or the
	 * service does not trust this tenant.
	 */
	Optional<String> trust() {
		ServiceRequest request = Probes.challenge(this.plan.service().api());
		this.progress.begin(Step.TRUST, shown(request, false));
		return ask(request, null).fold(this::trusted, (silent) -> {
			silent(Step.TRUST, silent);
			return Optional.empty();
		});
	}

	WireAnswer ask(ServiceRequest request, @Nullable IssuedToken token) {
		return this.wire.send(this.plan.service(), request, token);
	}

	SentRequest shown(ServiceRequest request, boolean withToken) {
		List<String> headers = new ArrayList<>(List.of("Accept: " + request.accept()));
		if (withToken) {
			headers.add("Authorization: Bearer " + SentRequest.HIDDEN);
		}
		return new SentRequest(request.method() + " " + this.plan.service().base() + request.path(), headers);
	}

	boolean silent(Step step, WireAnswer.Silent silent) {
		Fault fault = Fault.valueOf(silent.why().name());
		this.progress.fail(step, List.of(), Trouble.of(fault, host()));
		return false;
	}

	static List<Fact> facts(WireAnswer.Answered answer) {
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact(Kind.STATUS, String.valueOf(answer.status())));
		if (!answer.contentType().isEmpty()) {
			facts.add(new Fact(Kind.CONTENT_TYPE, answer.contentType()));
		}
		return facts;
	}

	private boolean reached(WireAnswer.Answered answer) {
		List<Fact> facts = facts(answer);
		Trouble trouble = obstacle(answer.status());
		if (trouble != null) {
			return fail(Step.REACH, facts, trouble.coded(code(answer)));
		}
		if (this.plan.service().api() == HealthApi.DICOM) {
			return (answer.isOk() || answer.status() == 401) ? pass(Step.REACH, facts)
					: fail(Step.REACH, facts, Trouble.of(Fault.NOT_DICOM, host()).coded(code(answer)));
		}
		Capability capability = answer.isOk() ? Capability.of(answer.body()) : null;
		if (capability == null) {
			return fail(Step.REACH, facts, Trouble.of(Fault.NOT_FHIR, host()).coded(code(answer)));
		}
		add(facts, Kind.FHIR_VERSION, capability.fhirVersion());
		add(facts, Kind.SOFTWARE, capability.software());
		add(facts, Kind.AUTHORITY, capability.tokenEndpoint());
		return pass(Step.REACH, facts);
	}

	/**
	 * What keeps a service from saying what it is; null where the answer is its own. Both
	 * questions are answered to everybody, so being forbidden them is not about a role.
	 */
	private @Nullable Trouble obstacle(int status) {
		if (status == 403) {
			return Trouble.of(Cause.NETWORK_CLOSED);
		}
		if (status == 429) {
			return Trouble.of(Cause.SERVICE_BUSY);
		}
		return (status >= 500) ? Trouble.of(Fault.BROKEN, host()) : null;
	}

	private Optional<String> trusted(WireAnswer.Answered answer) {
		List<Fact> facts = facts(answer);
		Trouble trouble = refusesNobody(answer);
		if (trouble != null) {
			fail(Step.TRUST, facts, trouble);
			return Optional.empty();
		}
		Optional<Challenge> challenge = answer.challenges()
			.stream()
			.flatMap((value) -> Challenge.parse(value).stream())
			.findFirst();
		answer.challenges().forEach((value) -> facts.add(new Fact(Kind.CHALLENGE, value)));
		challenge.flatMap(Challenge::tenant).ifPresent((tenant) -> facts.add(new Fact(Kind.TENANT, tenant.toString())));
		String audience = challenge.flatMap(Challenge::audience).orElse(this.plan.audience());
		add(facts, Kind.AUDIENCE, audience);
		trouble = mistrust(challenge, audience);
		if (trouble != null) {
			fail(Step.TRUST, facts, trouble);
			return Optional.empty();
		}
		pass(Step.TRUST, facts);
		return Optional.ofNullable(audience);
	}

	private @Nullable Trouble refusesNobody(WireAnswer.Answered answer) {
		if (answer.isOk()) {
			return Trouble.of(Fault.OPEN, host()).coded(code(answer));
		}
		return (answer.status() == 401) ? null : Trouble.of(Fault.NO_CHALLENGE, host()).coded(code(answer));
	}

	private @Nullable Trouble mistrust(Optional<Challenge> challenge, @Nullable String audience) {
		String tenant = challenge.flatMap(Challenge::tenant).map(String::valueOf).orElse("");
		if (!tenant.isEmpty() && !tenant.equals(this.cloud.tenant().toString())) {
			return Trouble.of(Fault.TENANT_DIFFERS, tenant, this.cloud.tenant().toString());
		}
		if (audience == null || audience.isBlank()) {
			return Trouble.of(Fault.NO_AUDIENCE, host());
		}
		return isForbidden(audience) ? Trouble.of(Fault.FORBIDDEN_AUDIENCE, audience) : null;
	}

	/**
	 * Whoever runs a service chooses its audience. A token for the directory or for Azure
	 * would be worth stealing.
	 */
	private boolean isForbidden(String audience) {
		String plain = audience.toLowerCase(Locale.ROOT);
		if (plain.replaceFirst("/$", "").equals(host())) {
			return false;
		}
		return plain.chars().anyMatch((character) -> character <= ' ')
				|| List.of(this.cloud.graph(), this.cloud.resourceManager(), this.cloud.login())
					.stream()
					.anyMatch((own) -> isAt(plain, own))
				|| plain.startsWith("00000003-0000-0000-c000-000000000000")
				|| plain.startsWith("797f4846-ba00-4fd7-ba43-dac1f8f63013") || plain.contains("://management.core.");
	}

	private static boolean isAt(String audience, URI own) {
		String address = own.toString().toLowerCase(Locale.ROOT);
		return audience.equals(address) || audience.startsWith(address + "/");
	}

	private boolean pass(Step step, List<Fact> facts) {
		this.progress.pass(step, facts);
		return true;
	}

	private boolean fail(Step step, List<Fact> facts, Trouble trouble) {
		this.progress.fail(step, facts, trouble);
		return false;
	}

	private String host() {
		return this.plan.service().base().toString();
	}

	private static String code(WireAnswer.Answered answer) {
		return "HTTP " + answer.status();
	}

	private static void add(List<Fact> facts, Kind kind, @Nullable String value) {
		if (value != null) {
			facts.add(new Fact(kind, value));
		}
	}

}
