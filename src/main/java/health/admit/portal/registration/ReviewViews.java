package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import health.admit.portal.operation.Plan;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.signin.DelegatedScope;

import org.springframework.stereotype.Component;

/**
 * Puts a plan into the words of the review page.
 */
@Component
class ReviewViews {

	/** What the result page wants to know; Graph does not see it. */
	private static final Set<String> NOT_SENT = Set.of("purpose", "clientKind", "confidential", "credential",
			"consentNow", "access", "handOver");

	/** A browser changes line breaks on their way back. */
	private static final Pattern BREAKS = Pattern.compile("\\R");

	private static final int SECONDS_A_STEP = 2;

	private static final int SECONDS_OF_WAITING = 10;

	private final Consequences consequences;

	private final Texts texts;

	ReviewViews(Consequences consequences, Texts texts) {
		this.consequences = consequences;
		this.texts = texts;
	}

	ReviewView of(Draft draft, Plan plan) {
		List<String> kept = kept(draft.content(), plan);
		return new ReviewView(plan.hash(),
				this.texts.get("registration.review.counts", plan.steps().size(), 0, kept.size()),
				this.texts.get("registration.review.time", plan.steps().size() * SECONDS_A_STEP + SECONDS_OF_WAITING),
				plan.steps().stream().map(this::step).toList(), kept, this.consequences.of(draft.content()),
				roles(draft.content()), NeededScopes.of(plan).stream().map(DelegatedScope::shown).toList(),
				advice(draft), seen(plan));
	}

	/**
	 * Every property the plan writes, a line each.
	 */
	List<String> seen(Plan plan) {
		List<String> lines = new ArrayList<>();
		for (PlannedStep step : plan.steps()) {
			String title = this.texts.get("operation.step." + step.kind(), step.label());
			lines.add(title);
			details(step).forEach((detail) -> lines
				.add(title + ": " + detail.name() + " = " + BREAKS.matcher(detail.value()).replaceAll(" ")));
		}
		return lines;
	}

	private ReviewView.Step step(PlannedStep step) {
		return new ReviewView.Step(this.texts.get("registration.verb." + step.verb()),
				this.texts.get("operation.step." + step.kind(), step.label()),
				this.texts.get("operation.step." + step.kind() + ".why", step.label()), step.call(), details(step));
	}

	private static List<ReviewView.Detail> details(PlannedStep step) {
		Map<String, String> sorted = new TreeMap<>(step.parameters());
		sorted.keySet().removeAll(NOT_SENT);
		return sorted.entrySet()
			.stream()
			.map((entry) -> new ReviewView.Detail(entry.getKey(), entry.getValue()))
			.toList();
	}

	private List<String> roles(DraftContent content) {
		List<String> roles = new ArrayList<>(List.of(this.texts.get("registration.review.role")));
		PermissionChoice permissions = content.permissions();
		if (permissions != null && permissions.grantsRolesOfGraph()) {
			roles.add(this.texts.get("registration.review.role.graph"));
		}
		return roles;
	}

	/** APIs that are in the tenant already. */
	private List<String> kept(DraftContent content, Plan plan) {
		PermissionChoice permissions = content.permissions();
		if (permissions == null) {
			return List.of();
		}
		Set<String> added = new HashSet<>();
		plan.steps().forEach((step) -> added.add(step.kind() + step.parameters().get("resourceAppId")));
		return permissions.apis()
			.stream()
			.filter((api) -> !added.contains("resource.add" + api.appId()))
			.map((api) -> this.texts.get("registration.review.kept", api.displayName(), api.appId().toString()))
			.toList();
	}

	private List<ReviewView.Advice> advice(Draft draft) {
		return LintRules.check(draft.content()).stream().map((finding) -> advice(finding, draft)).toList();
	}

	private ReviewView.Advice advice(Finding finding, Draft draft) {
		String text = this.texts.get("registration.lint." + finding.id(), finding.arguments().toArray());
		return new ReviewView.Advice(finding.id(), this.texts.of(finding.severity()),
				(finding.severity() == Finding.Severity.WARNING) ? "warning" : "info", text, draft.path(finding.step()),
				this.texts.get("registration.step." + finding.step().path()));
	}

}
