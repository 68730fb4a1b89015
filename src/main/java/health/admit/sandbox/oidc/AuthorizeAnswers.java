package health.admit.sandbox.oidc;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.TenantDirectory;

/**
 * Writes the answer to a finished or refused sign-in.
 */
@Component
class AuthorizeAnswers {

	private final TenantDirectory directory;

	private final SealedNotes notes;

	private final IdTokens idTokens;

	private final PersonTokens tokens;

	private final Addresses addresses;

	private final Clock clock;

	AuthorizeAnswers(TenantDirectory directory, SealedNotes notes, IdTokens idTokens, PersonTokens tokens,
			Addresses addresses, Clock clock) {
		this.directory = directory;
		this.notes = notes;
		this.idTokens = idTokens;
		this.tokens = tokens;
		this.addresses = addresses;
		this.clock = clock;
	}

	/** The code, and what else was asked for. */
	AuthorizeAnswer granted(Step.Finished finished, String redirectUri) {
		AuthorizeRequest request = finished.request();
		Set<String> types = request.responseTypes();
		Map<String, String> answer = new LinkedHashMap<>();
		String code = types.contains("code") ? this.notes.seal(code(finished, redirectUri)) : null;
		put(answer, "code", code);
		AccessToken token = types.contains("token") ? this.tokens.accessToken(finished.client(), finished.person(),
				finished.signedIn(), request.scopes().firstResource(), request.claims().claimsCapable()) : null;
		if (token != null) {
			answer.put("access_token", token.text());
			answer.put("token_type", "Bearer");
			answer.put("expires_in", String.valueOf(token.seconds()));
			answer.put("scope", request.scope());
		}
		if (types.contains("id_token")) {
			answer.put("id_token",
					this.idTokens.of(finished.client(), finished.signedIn(), finished.person(),
							new IdTokens.Wish(request.scopes().oidc(), request.nonce(), request.maxAge() != null,
									request.resource() != null, code, (token != null) ? token.text() : null)));
		}
		put(answer, "state", request.answerTo().state());
		answer.put("session_state", finished.signedIn().sid());
		return new AuthorizeAnswer(redirectUri, request.answerTo().mode(), answer);
	}

	/** The answer to a consent for everyone. */
	AuthorizeAnswer consented(AuthorizeRequest request, String redirectUri) {
		Map<String, String> answer = new LinkedHashMap<>();
		answer.put("admin_consent", "True");
		answer.put("tenant", this.directory.tenantId().toString());
		put(answer, "scope", request.scope().isEmpty() ? null : request.scope());
		put(answer, "state", request.answerTo().state());
		return new AuthorizeAnswer(redirectUri, request.answerTo().mode(), answer);
	}

	AuthorizeAnswer refused(AuthorizeRequest.AnswerTo answerTo, String redirectUri, Refusal refusal,
			UUID correlationId) {
		RefusalBody body = RefusalBody.of(refusal, correlationId, this.clock.instant(), this.addresses.base());
		Map<String, String> answer = new LinkedHashMap<>();
		answer.put("error", word(refusal));
		if (refusal.code() == 65004) {
			answer.put("error_subcode", "cancel");
		}
		answer.put("error_description", body.description());
		answer.put("error_uri", body.uri());
		put(answer, "claims", refusal.claims());
		put(answer, "state", answerTo.state());
		return new AuthorizeAnswer(redirectUri, answerTo.mode(), answer);
	}

	/** In a redirect, consent that is missing has a word of its own. */
	private static String word(Refusal refusal) {
		return switch (refusal.code()) {
			case 65001 -> "interaction_required";
			case 50173 -> "login_required";
			default -> refusal.error();
		};
	}

	private CodeNote code(Step.Finished finished, String redirectUri) {
		AuthorizeRequest request = finished.request();
		return new CodeNote(UUID.randomUUID(), request.client(), finished.signedIn(), redirectUri,
				request.answerTo().platform(), request.scope(), request.resource(), request.challenge(),
				request.challengeMethod(), request.nonce(), request.maxAge() != null, request.claims().claimsCapable(),
				this.clock.instant());
	}

	private static void put(Map<String, String> answer, String name, @Nullable String value) {
		if (value != null) {
			answer.put(name, value);
		}
	}

}
