package health.admit.portal.credentials;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.CertificateKey;
import health.admit.portal.directory.DirectoryUnavailable;
import health.admit.portal.directory.Done;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepOutcome;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Adds a certificate to those that an application has, if they still are those that the
 * admin saw. Its thumbprint is its natural key.
 */
@Component
class CertificateAddition implements StepHandler {

	private final CertificateCollection certificates;

	private final CertificateReader reader;

	CertificateAddition(CertificateCollection certificates, CertificateReader reader) {
		this.certificates = certificates;
		this.reader = reader;
	}

	@Override
	public String kind() {
		return CertificateSteps.ADD;
	}

	@Override
	public Repetition repetition() {
		return Repetition.WHEN_ABSENT;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		try {
			return add(call, this.certificates.read(call));
		}
		catch (DirectoryUnavailable ex) {
			return CertificateCollection.unread(ex);
		}
	}

	private StepOutcome add(StepCall call, List<CertificateKey> keys) {
		CertificateDetails wanted = wanted(call);
		HeldCertificates there = HeldCertificates.of(keys);
		if (!this.certificates.isRecent(call, there)) {
			return CertificateCollection.outdated();
		}
		if (there.with(wanted.sha1()).isPresent()) {
			return found(call, there, wanted);
		}
		if (!there.fingerprint().equals(HeldCertificates.parse(call.parameter("seen")).fingerprint())) {
			return new StepOutcome.Refused(CertificateSteps.CHANGED, "", null);
		}
		UUID keyId = CertificateSteps.keyId(call.operation());
		List<CertificateKey> all = new ArrayList<>(keys);
		all.add(new CertificateKey(keyId, wanted.displayName(), wanted.der(), wanted.notBefore(), wanted.notAfter()));
		Answer<Done> answer = this.certificates.replace(call, all);
		return Answers.read(answer, CredentialSteps.SCOPES, (failure) -> failure.status() == 404,
				(success) -> applied(wanted, keyId, true, success.trace().requestId()));
	}

	@Override
	public StepOutcome reconcile(StepCall call) {
		HeldCertificates there = HeldCertificates.of(this.certificates.read(call));
		CertificateDetails wanted = wanted(call);
		return (this.certificates.isRecent(call, there) && there.with(wanted.sha1()).isPresent())
				? found(call, there, wanted) : new StepOutcome.NotYet("operation.wait.replication", null, "", "", null);
	}

	private static StepOutcome found(StepCall call, HeldCertificates there, CertificateDetails wanted) {
		UUID keyId = there.with(wanted.sha1()).orElseThrow().keyId();
		return applied(wanted, keyId, keyId.equals(CertificateSteps.keyId(call.operation())), null);
	}

	/** Who else added it before keeps it when this operation is undone. */
	private static StepOutcome applied(CertificateDetails certificate, UUID keyId, boolean made,
			@Nullable String requestId) {
		return new StepOutcome.Applied(
				Map.of("certificateThumbprint", certificate.sha1(), "certificateEnd", certificate.notAfter().toString(),
						"certificateKeyId", keyId.toString(), "certificateMade", Boolean.toString(made)),
				null, requestId);
	}

	private CertificateDetails wanted(StepCall call) {
		return this.reader.known(Base64.getDecoder().decode(call.parameter("certificate")));
	}

}
