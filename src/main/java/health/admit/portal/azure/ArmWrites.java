package health.admit.portal.azure;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.web.client.RestClientException;

import health.admit.portal.cloud.Answer;
import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.Silences;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;

/**
 * Makes writes of one operator: sends each exactly once and says what came back, whatever
 * it was.
 */
final class ArmWrites {

	private final DelegatedTokens tokens;

	private final Delegation delegation;

	private final Clock clock;

	ArmWrites(DelegatedTokens tokens, Delegation delegation, Clock clock) {
		this.tokens = tokens;
		this.delegation = delegation;
		this.clock = clock;
	}

	/**
	 * Sends one write.
	 * @param value reads a success; one that makes no sense counts as none
	 */
	<T> Answer<T> send(UUID call, ArmReads.Request request, Function<ArmAnswer, T> value) {
		String bearer = "Bearer " + this.tokens.resourceManager(this.delegation);
		try {
			ArmAnswer answer = ArmAnswer.of(request.send(bearer, call), call);
			return answer.isSuccess() ? new Answer.Success<>(value.apply(answer), answer.trace()) : failure(answer);
		}
		catch (RestClientException | ForeignAddress | MalformedAnswer ex) {
			return new Answer.Silence<>(Silences.describe(ex), !staysHere(ex), new CallTrace(call, null));
		}
	}

	private <T> Answer<T> failure(ArmAnswer answer) {
		if (answer.status() == 401) {
			this.tokens.forget(this.delegation);
		}
		return new Answer.Failure<>(answer.status(), answer.code(), answer.words(),
				answer.retryAfter(this.clock.instant()), answer.claims(), answer.trace());
	}

	/** Whether no byte of the request can have left this machine. */
	private static boolean staysHere(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ForeignAddress || cause instanceof ConnectException
					|| cause instanceof HttpConnectTimeoutException || cause instanceof UnknownHostException
					|| cause instanceof UnresolvedAddressException) {
				return true;
			}
		}
		return false;
	}

}
