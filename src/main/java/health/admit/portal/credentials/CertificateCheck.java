package health.admit.portal.credentials;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import health.admit.portal.directory.DirectoryUnavailable;
import health.admit.portal.operation.OperationState;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepOutcome;

import org.springframework.stereotype.Component;

/**
 * Looks whether an added certificate is there and the others are the same as before. It
 * changes nothing: what somebody did at the same time it names.
 */
@Component
class CertificateCheck implements StepHandler {

	private static final String MISSING = OperationState.WARNING + "certificates-missing";

	private static final String APPEARED = OperationState.WARNING + "certificates-appeared";

	private static final String COVERED = OperationState.WARNING + "certificates-covered";

	private final CertificateCollection certificates;

	CertificateCheck(CertificateCollection certificates) {
		this.certificates = certificates;
	}

	@Override
	public String kind() {
		return CertificateSteps.CHECK;
	}

	@Override
	public Repetition repetition() {
		return Repetition.IDEMPOTENT;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		try {
			return check(call, HeldCertificates.of(this.certificates.read(call)));
		}
		catch (DirectoryUnavailable ex) {
			return CertificateCollection.unread(ex);
		}
	}

	@Override
	public StepOutcome reconcile(StepCall call) {
		return apply(call);
	}

	private StepOutcome check(StepCall call, HeldCertificates there) {
		String thumbprint = call.parameter("thumbprint");
		HeldCertificates before = HeldCertificates.parse(call.parameter("seen"));
		HeldCertificates appeared = there.without(before).except(thumbprint);
		Optional<HeldCertificate> added = there.with(thumbprint);
		Map<String, String> facts = new HashMap<>();
		if (added.isPresent()) {
			this.certificates.look(call, there);
			note(facts, MISSING, before.without(there));
			note(facts, APPEARED, appeared);
			facts.put("certificateKeyId", added.get().keyId().toString());
			return new StepOutcome.Applied(facts);
		}
		if (this.certificates.isRecent(call, there)) {
			return new StepOutcome.Refused(CertificateSteps.GONE, "", null);
		}
		// Such a copy has not got as far as the portal's write, and may show what that
		// write replaced. What it lacks says nothing: it may be older still.
		note(facts, COVERED, appeared);
		return new StepOutcome.NotYet("operation.wait.replication", null, "", "", null, facts);
	}

	private static void note(Map<String, String> facts, String name, HeldCertificates certificates) {
		if (!certificates.isEmpty()) {
			facts.put(name, certificates.names());
		}
	}

}
