package health.admit.portal.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import health.admit.portal.cloud.HealthApi;
import health.admit.portal.connection.Fact.Kind;
import health.admit.portal.doctor.Explanations;
import org.jspecify.annotations.Nullable;

/**
 * The steps that get a token, as the client would. A credential or client that Entra does
 * not know may be so new that not every copy of the directory has it: it is asked for
 * again until two answers in a row are good, or time is up.
 */
final class TokenSteps {

	/** What a fresh secret, application, principal or certificate is answered with. */
	private static final Set<Integer> PERHAPS_TOO_FRESH = Set.of(7000215, 700016, 7000229, 700027, 500011);

	private static final Integer WRONG_SECRET = 7000215;

	private static final Integer PENDING = 70016;

	private static final int IN_A_ROW = 2;

	private static final Duration BETWEEN_SUCCESSES = Duration.ofSeconds(1);

	private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private final TestPlan plan;

	private final TokenService tokens;

	private final Patience patience;

	private final Clock clock;

	private final Waiting waiting;

	private final Progress progress;

	TokenSteps(TestPlan plan, TokenService tokens, Patience patience, Clock clock, Waiting waiting, Progress progress) {
		this.plan = plan;
		this.tokens = tokens;
		this.patience = patience;
		this.clock = clock;
		this.waiting = waiting;
		this.progress = progress;
	}

	/**
	 * A token for the audience; null when there is none to be had.
	 */
	@Nullable IssuedToken token(String audience, HeldCredential held) {
		Credential credential = held.get();
		String scope = scope(audience, credential);
		IssuedToken token = (credential instanceof Credential.Device) ? bySigningIn(scope, credential)
				: byCredential(scope, credential);
		if (token == null) {
			return null;
		}
		List<Fact> facts = facts(token, credential);
		if (!token.facts().isFor(audience)) {
			this.progress.fail(Step.TOKEN, facts,
					Trouble.of(Fault.TOKEN_FOR_OTHER, token.facts().audience(), audience));
			return null;
		}
		this.progress.pass(Step.TOKEN, facts);
		return token;
	}

	/**
	 * A slash at the end of an audience stays in the scope, so that it stays in the
	 * token.
	 */
	private String scope(String audience, Credential credential) {
		HealthApi api = this.plan.service().api();
		return audience + "/" + (credential.isAppOnly() ? ".default" : api.usualScope());
	}

	private @Nullable IssuedToken byCredential(String scope, Credential credential) {
		Instant until = this.clock.instant().plus(this.patience.credential());
		this.progress.begin(Step.TOKEN, this.tokens.shown(this.plan.clientId(), scope, credential));
		int wanted = credential.isAppOnly() ? IN_A_ROW : 1;
		int good = 0;
		for (int tries = 1;; tries++) {
			TokenAnswer<IssuedToken> answer = this.tokens.token(this.plan.clientId(), scope, credential);
			if (answer instanceof TokenAnswer.Given<IssuedToken> given) {
				good++;
				if (good == wanted) {
					return given.value();
				}
				pause(Step.TOKEN, null, "connection.wait.again", BETWEEN_SUCCESSES, until, tries);
			}
			else {
				good = 0;
				Trouble trouble = trouble(answer, credential);
				if (!mayPass(answer, credential) || !this.clock.instant().isBefore(until)) {
					this.progress.fail(Step.TOKEN, certificate(credential), trouble);
					return null;
				}
				pause(Step.TOKEN, trouble, "connection.wait.credential", this.patience.credentialPause(), until, tries);
			}
		}
	}

	private @Nullable IssuedToken bySigningIn(String scope, Credential credential) {
		this.progress.begin(Step.SIGN_IN, this.tokens.shown(this.plan.clientId(), scope, credential));
		TokenAnswer<DeviceCode> begun = this.tokens.device(this.plan.clientId(), scope);
		if (!(begun instanceof TokenAnswer.Given<DeviceCode> given)) {
			this.progress.fail(Step.SIGN_IN, List.of(), trouble(begun, credential));
			return null;
		}
		DeviceCode device = given.value();
		Instant until = this.clock.instant().plus(device.life());
		this.progress.prompt(new Report.Prompt(device.page(), device.userCode()));
		for (int tries = 1;; tries++) {
			pause(Step.SIGN_IN, null, "connection.wait.signIn", device.interval(), until, tries);
			TokenAnswer<IssuedToken> answer = this.tokens.signedIn(this.plan.clientId(), device);
			if (answer instanceof TokenAnswer.Given<IssuedToken> signedIn) {
				this.progress.prompt(null);
				this.progress.pass(Step.SIGN_IN, List.of());
				this.progress.begin(Step.TOKEN, null);
				return signedIn.value();
			}
			if (!isPending(answer)) {
				this.progress.prompt(null);
				this.progress.fail(Step.SIGN_IN, List.of(), trouble(answer, credential));
				return null;
			}
		}
	}

	private void pause(Step step, @Nullable Trouble trouble, String what, Duration time, Instant until, int tries) {
		Instant next = this.clock.instant().plus(time);
		this.progress.await(step, List.of(), trouble, new StepReport.Wait(what, next, until, tries));
		this.waiting.pause(time);
	}

	private static boolean isPending(TokenAnswer<?> answer) {
		return answer instanceof TokenAnswer.Refused<?> refused
				&& (refused.has(PENDING) || refused.error().equals("authorization_pending"));
	}

	private static boolean mayPass(TokenAnswer<?> answer, Credential credential) {
		return credential.isAppOnly() && answer instanceof TokenAnswer.Refused<?> refused
				&& refused.codes().stream().anyMatch(PERHAPS_TOO_FRESH::contains) && !isSecretId(refused, credential);
	}

	private static boolean isSecretId(TokenAnswer.Refused<?> refused, Credential credential) {
		return refused.has(WRONG_SECRET) && credential instanceof Credential.Secret secret
				&& GUID.matcher(secret.value().reveal().strip()).matches();
	}

	private static Trouble trouble(TokenAnswer<?> answer, Credential credential) {
		return answer.fold((given) -> Trouble.of(Fault.UNEXPECTED), (refused) -> refused(refused, credential),
				(silent) -> Trouble.of(Fault.ENTRA_SILENT)
					.coded((silent.status() != 0) ? "HTTP " + silent.status() : null));
	}

	private static Trouble refused(TokenAnswer.Refused<?> refused, Credential credential) {
		Trouble said = Trouble.of(refused, Explanations.ofEntra(refused.body()));
		return isSecretId(refused, credential) ? said.meaning(Fault.SECRET_IS_ID) : said;
	}

	private static List<Fact> facts(IssuedToken token, Credential credential) {
		TokenFacts said = token.facts();
		List<Fact> facts = new ArrayList<>(certificate(credential));
		add(facts, Kind.TOKEN_AUDIENCE, said.audience());
		add(facts, Kind.TOKEN_TENANT, said.tenant());
		add(facts, Kind.TOKEN_CLIENT, said.client());
		add(facts, Kind.TOKEN_PERSON, said.person());
		add(facts, Kind.TOKEN_PRINCIPAL, said.principal());
		add(facts, Kind.TOKEN_SCOPES, String.join(" ", said.scopes()));
		add(facts, Kind.TOKEN_ROLES, String.join(" ", said.roles()));
		add(facts, Kind.TOKEN_EXPIRES, (said.expires() != null) ? said.expires().toString() : null);
		return facts;
	}

	private static List<Fact> certificate(Credential credential) {
		if (credential instanceof Credential.Code code && code.proof() != null) {
			return certificate(code.proof());
		}
		return (credential instanceof Credential.Certificate certificate)
				? List.of(new Fact(Kind.CERTIFICATE, certificate.thumbprint())) : List.of();
	}

	private static void add(List<Fact> facts, Kind kind, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			facts.add(new Fact(kind, value));
		}
	}

}
