package health.admit.portal.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import health.admit.portal.credentials.Envelopes;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.Operations;
import health.admit.portal.operation.Plan;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.Operator;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans what a draft asks for, and has it carried out.
 */
@Service
class RegistrationService {

	private final TenantSnapshots snapshots;

	private final Drafts drafts;

	private final Operations operations;

	private final Envelopes envelopes;

	private final Clock clock;

	RegistrationService(TenantSnapshots snapshots, Drafts drafts, Operations operations, Envelopes envelopes,
			Clock clock) {
		this.snapshots = snapshots;
		this.drafts = drafts;
		this.operations = operations;
		this.envelopes = envelopes;
		this.clock = clock;
	}

	/**
	 * The plan of a complete draft, on the tenant as it is now.
	 */
	Plan plan(Draft draft) {
		return RegistrationPlanner.plan(draft.content(), this.snapshots.read(draft.content()),
				LocalDate.now(this.clock));
	}

	/**
	 * Starts the operation, makes an envelope ready for its secret, and closes the draft;
	 * all or nothing. The draft's id is the operation's too, so that a draft is carried
	 * out once, however often its form is sent.
	 * @param version the version of the draft that was shown
	 * @param held the browser's key for the secret; null for none
	 * @throws DraftChangedElsewhere when another tab changed or confirmed the draft
	 */
	@Transactional
	Confirmed confirm(Draft draft, int version, @Nullable String held, Plan plan, Operator operator,
			Delegation delegation) {
		OperationId operation = this.operations.start(operation(draft), draft.id(), plan, delegation);
		this.drafts.confirm(operator, draft.id(), version, operation);
		return new Confirmed(operation, this.envelopes.prepare(operation, operator, held));
	}

	/**
	 * The operation that carries out a draft, or will.
	 */
	static OperationId operation(Draft draft) {
		return new OperationId(draft.id());
	}

	/**
	 * A started operation.
	 *
	 * @param cookie what the browser needs to read the secret
	 */
	record Confirmed(OperationId operation, Optional<ResponseCookie> cookie) {
	}

}
