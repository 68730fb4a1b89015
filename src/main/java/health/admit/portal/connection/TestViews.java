package health.admit.portal.connection;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import health.admit.portal.connection.TestView.FactView;
import health.admit.portal.connection.TestView.LineView;
import health.admit.portal.connection.TestView.LinkView;
import health.admit.portal.connection.TestView.PromptView;
import health.admit.portal.connection.TestView.StepView;
import health.admit.portal.connection.TestView.TroubleView;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts tests into words.
 */
@Component
class TestViews {

	private final Texts texts;

	private final RemedyLinks remedies;

	private final Clock clock;

	TestViews(Texts texts, RemedyLinks remedies, Clock clock) {
		this.texts = texts;
		this.remedies = remedies;
		this.clock = clock;
	}

	TestView view(TestRow row, Instant now) {
		Report report = row.reportAt(now);
		boolean running = !report.phase().isOver();
		boolean waiting = running && report.steps().stream().anyMatch((step) -> step.state() == StepState.WAITING);
		return new TestView(row.id().toString(), row.client().toString(), row.address(),
				this.texts.get(row.way().text()), report.phase().name(), phase(report.phase()),
				this.texts.get("connection.phase." + report.phase().name() + ".text"), running, waiting,
				row.revision() + "-" + report.phase().name(), prompt(report),
				report.steps().stream().map((step) -> step(row, step, report.phase())).toList(), again(row),
				row.startedAt());
	}

	LineView line(TestRow row) {
		return new LineView("/connection/tests/" + row.id(), row.address(), row.client().toString(),
				phase(row.reportAt(this.clock.instant()).phase()), this.texts.get(row.way().text()), row.startedAt());
	}

	/** The form with everything but the credential. */
	static String again(TestRow row) {
		String redirectUri = row.redirectUri();
		return "/connection?address=" + encoded(row.address()) + "&clientId=" + row.client() + "&way="
				+ row.way().name() + "&need=" + row.need().name()
				+ ((redirectUri != null) ? "&redirectUri=" + encoded(redirectUri) : "");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private String phase(Phase phase) {
		return this.texts.get("connection.phase." + phase.name());
	}

	private static @Nullable PromptView prompt(Report report) {
		Report.Prompt prompt = report.prompt();
		return (prompt != null) ? new PromptView(prompt.page(), isWeb(prompt.page()), prompt.userCode()) : null;
	}

	private static boolean isWeb(String page) {
		try {
			URI uri = URI.create(page);
			return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private StepView step(TestRow row, StepReport step, Phase phase) {
		SentRequest sent = step.sent();
		boolean over = step.state() == StepState.PASSED || step.state() == StepState.FAILED;
		Trouble trouble = step.trouble();
		return new StepView(style(step.state()), this.texts.get("connection.state." + step.state().name()),
				this.texts.get(step.step().text()), this.texts.get(step.step().text() + ".proves"),
				(sent != null) ? sent.line() : null, (sent != null) ? sent.details() : List.of(),
				step.received()
					.stream()
					.map((fact) -> new FactView(this.texts.get(fact.kind().text()), fact.value()))
					.toList(),
				over ? took(step.millis()) : null, phase.isOver() ? null : waiting(step.waitingFor()),
				(trouble != null) ? trouble(row, trouble) : null);
	}

	/** The names that the style sheet knows from operations. */
	private static String style(StepState state) {
		return switch (state) {
			case PENDING, RUNNING, WAITING -> state.name();
			case PASSED -> "APPLIED";
			case FAILED -> "REFUSED";
		};
	}

	private String took(long millis) {
		return (millis < 10_000) ? this.texts.get("connection.took.millis", millis)
				: this.texts.get("connection.took.seconds", millis / 1000);
	}

	private @Nullable String waiting(StepReport.@Nullable Wait wait) {
		if (wait == null) {
			return null;
		}
		Instant now = this.clock.instant();
		return this.texts.get(wait.what(), seconds(now, wait.next()), seconds(now, wait.until()), wait.tries());
	}

	private static long seconds(Instant now, Instant then) {
		return Math.max(0, Duration.between(now, then).toSeconds());
	}

	private TroubleView trouble(TestRow row, Trouble trouble) {
		Object[] arguments = trouble.arguments().toArray();
		return new TroubleView(this.texts.get(trouble.text(), arguments),
				this.texts.get(trouble.text() + ".why", arguments), this.texts.get(trouble.text() + ".next", arguments),
				this.texts.get(trouble.actor().key()), trouble.principal(),
				this.remedies.command(row, trouble).orElse(null), trouble.code(), trouble.words(),
				trouble.correlationId(), trouble.traceId(), link(row, trouble),
				this.remedies.paste(row, trouble).orElse(null));
	}

	private @Nullable LinkView link(TestRow row, Trouble trouble) {
		return this.remedies.link(row, trouble)
			.map((link) -> new LinkView(this.texts.get(link.text()), link.address(), link.outside()))
			.orElse(null);
	}

}
