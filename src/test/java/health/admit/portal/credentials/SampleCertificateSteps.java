package health.admit.portal.credentials;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import health.admit.portal.directory.Directories;
import health.admit.portal.operation.LastWrites;
import health.admit.portal.operation.Plan;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepUndo;

/**
 * Plans that change certificates and the handlers that carry them out, for tests of what
 * runs them.
 */
public final class SampleCertificateSteps {

	private SampleCertificateSteps() {
	}

	public static List<StepHandler> handlers(Directories directories, LastWrites lastWrites) {
		CertificateCollection certificates = new CertificateCollection(directories, lastWrites);
		return List.of(new CertificateAddition(certificates, new CertificateReader(Clock.systemUTC())),
				new CertificateCheck(certificates), new CertificateRemoval(certificates));
	}

	public static List<StepUndo> undos() {
		return List.of(new CertificateUndo(), new CertificateCheckUndo());
	}

	public static Plan add(UUID application, byte[] der, HeldCertificates seen) {
		return CertificateSteps.add(application, "Viewer", new CertificateReader(Clock.systemUTC()).known(der), seen);
	}

}
