package health.admit.portal.credentials;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.cloud.ReadRefused;
import health.admit.portal.directory.CertificateKey;
import health.admit.portal.directory.DirectoryUnavailable;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.RemovalHandler;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepOutcome;

import org.springframework.stereotype.Component;

/**
 * Removes a certificate by its key id and leaves the others as they are. One that is gone
 * already counts as removed.
 */
@Component
class CertificateRemoval implements RemovalHandler {

	private final CertificateCollection certificates;

	CertificateRemoval(CertificateCollection certificates) {
		this.certificates = certificates;
	}

	@Override
	public String kind() {
		return CertificateSteps.REMOVE;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		try {
			return remove(call, this.certificates.read(call));
		}
		catch (DirectoryUnavailable ex) {
			return CertificateCollection.unread(ex);
		}
		catch (ReadRefused ex) {
			if (ex.status() == 404) {
				return new StepOutcome.Applied(Map.of());
			}
			throw ex;
		}
	}

	private StepOutcome remove(StepCall call, List<CertificateKey> keys) {
		if (!this.certificates.isRecent(call, HeldCertificates.of(keys))) {
			return CertificateCollection.outdated();
		}
		UUID keyId = UUID.fromString(call.parameter("keyId"));
		List<CertificateKey> others = keys.stream().filter((key) -> !keyId.equals(key.keyId())).toList();
		return (others.size() == keys.size()) ? new StepOutcome.Applied(Map.of())
				: Answers.removed(this.certificates.replace(call, others), CredentialSteps.SCOPES, (failure) -> false);
	}

}
