package health.admit.portal.azure;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

import health.admit.portal.cloud.Backoff;
import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.Silences;
import health.admit.portal.cloud.Waiter;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.StepUpRequired;

/**
 * Makes reads of one operator: tries again when Azure is busy or does not answer, follows
 * lists to their end, and tells the reasons for giving up apart.
 */
final class ArmReads {

	/** A tenant has fewer of anything that is listed here; more is a loop. */
	private static final int MOST_PAGES = 200;

	private final ArmApi api;

	private final DelegatedTokens tokens;

	private final Delegation delegation;

	private final Backoff backoff;

	private final Waiter waiter;

	private final Clock clock;

	ArmReads(ArmApi api, DelegatedTokens tokens, Delegation delegation, Backoff backoff, Waiter waiter, Clock clock) {
		this.api = api;
		this.tokens = tokens;
		this.delegation = delegation;
		this.backoff = backoff;
		this.waiter = waiter;
		this.clock = clock;
	}

	/**
	 * Reads something that may not be there.
	 * @return empty on 404
	 */
	Optional<JsonNode> find(Request request) {
		try {
			return Optional.of(get(request));
		}
		catch (AzureRefused ex) {
			if (ex.status() == 404) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	/**
	 * Reads all pages of a list.
	 */
	List<JsonNode> list(Request first) {
		List<JsonNode> items = new ArrayList<>();
		JsonNode page = get(first);
		for (int pages = 1;; pages++) {
			items.addAll(Json.items(page.path("value")));
			String next = Json.text(page, "nextLink");
			if (next.isEmpty()) {
				return items;
			}
			if (pages == MOST_PAGES) {
				throw unavailable(UUID.randomUUID(), new MalformedAnswer("end of the list"));
			}
			page = page(next);
		}
	}

	private JsonNode page(String next) {
		try {
			URI address = URI.create(next);
			if (address.isAbsolute()) {
				return get((bearer, call) -> this.api.page(address, bearer, call));
			}
		}
		catch (IllegalArgumentException ex) {
			// Told like any other link that leads nowhere.
		}
		throw unavailable(UUID.randomUUID(), new MalformedAnswer("address of the next page"));
	}

	/**
	 * Reads something that has to be there.
	 * @param request sends the call; may be run several times
	 * @throws AzureRefused when Azure says no
	 * @throws AzureUnavailable when no usable answer came in several tries
	 * @throws StepUpRequired when the operator has to sign in once more
	 */
	JsonNode get(Request request) {
		Instant start = this.clock.instant();
		boolean renewed = false;
		for (int tries = 1;; tries++) {
			UUID call = UUID.randomUUID();
			String bearer = "Bearer " + this.tokens.resourceManager(this.delegation);
			try {
				ArmAnswer answer = ArmAnswer.of(request.send(bearer, call), call);
				if (answer.isSuccess()) {
					return answer.json();
				}
				if (answer.status() == 401) {
					renew(answer, renewed);
					renewed = true;
				}
				else if (answer.isPassing()) {
					Duration asked = answer.retryAfter(this.clock.instant());
					pause(tries, start, asked, call, new IllegalStateException("HTTP " + answer.status()));
				}
				else {
					throw new AzureRefused(answer.status(), answer.code(), answer.words(), answer.trace());
				}
			}
			catch (ForeignAddress | MalformedAnswer ex) {
				throw unavailable(call, ex);
			}
			catch (RestClientException ex) {
				pause(tries, start, null, call, ex);
			}
		}
	}

	/**
	 * A token may have been revoked a moment ago: it is fetched anew once, unless Azure
	 * wants to see the operator.
	 */
	private void renew(ArmAnswer answer, boolean renewed) {
		this.tokens.forget(this.delegation);
		if (renewed || answer.claims() != null) {
			throw new StepUpRequired(Set.of(DelegatedScope.AZURE), answer.claims());
		}
	}

	private void pause(int failed, Instant start, @Nullable Duration asked, UUID call, RuntimeException cause) {
		Duration elapsed = Duration.between(start, this.clock.instant());
		Duration pause = this.backoff.after(failed, elapsed, asked).orElseThrow(() -> unavailable(call, cause));
		try {
			this.waiter.pause(pause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw unavailable(call, cause);
		}
	}

	private static AzureUnavailable unavailable(UUID call, RuntimeException cause) {
		// A status that was answered says enough without the name of a class before it.
		String words = (cause instanceof IllegalStateException) ? String.valueOf(cause.getMessage())
				: Silences.describe(cause);
		return new AzureUnavailable(words, new CallTrace(call, null), cause);
	}

	/**
	 * One GET.
	 */
	@FunctionalInterface
	interface Request {

		ResponseEntity<byte[]> send(String bearer, UUID call);

	}

}
