package health.admit.portal.directory;

import java.util.UUID;

import com.microsoft.kiota.BaseRequestConfiguration;
import com.microsoft.kiota.RequestOption;
import health.admit.portal.cloud.CallTrace;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange with Graph: the token it carries, and what became of it. It rides
 * along as an option of the SDK's request, so that the HTTP client, which alone sees the
 * wire, can write down what the SDK does not tell.
 */
final class GraphCall implements RequestOption {

	private final String name;

	private final boolean write;

	private final String token;

	private final UUID clientRequestId;

	private volatile boolean sent;

	private volatile @Nullable AnswerHead answer;

	private GraphCall(String name, boolean write, String token, UUID clientRequestId) {
		this.name = name;
		this.write = write;
		this.token = token;
		this.clientRequestId = clientRequestId;
	}

	static GraphCall read(String name, String token) {
		return new GraphCall(name, false, token, UUID.randomUUID());
	}

	static GraphCall write(String name, String token, UUID clientRequestId) {
		return new GraphCall(name, true, token, clientRequestId);
	}

	/**
	 * Puts this call on a request of the SDK. A request without one is refused.
	 */
	void on(BaseRequestConfiguration request) {
		request.options.add(this);
	}

	/**
	 * What the call does, as a metric names it.
	 */
	String name() {
		return this.name;
	}

	boolean isWrite() {
		return this.write;
	}

	String token() {
		return this.token;
	}

	UUID clientRequestId() {
		return this.clientRequestId;
	}

	void markSent() {
		this.sent = true;
	}

	/**
	 * Whether a first byte of the request left this machine.
	 */
	boolean sent() {
		return this.sent;
	}

	void answered(AnswerHead answer) {
		this.answer = answer;
	}

	/**
	 * The head of the answer, if one came.
	 */
	@Nullable AnswerHead answer() {
		return this.answer;
	}

	/**
	 * Makes sure that Graph itself said "done, nothing to add". The SDK would also take a
	 * redirect or somebody else's page for it.
	 * @throws MalformedAnswer when the status is another
	 */
	void requireNoContent() {
		AnswerHead head = this.answer;
		if (head == null || head.status() != 204) {
			throw new MalformedAnswer("status 204");
		}
	}

	CallTrace trace() {
		AnswerHead head = this.answer;
		return new CallTrace(this.clientRequestId, (head != null) ? head.requestId() : null);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T extends RequestOption> Class<T> getType() {
		return (Class<T>) GraphCall.class;
	}

}
