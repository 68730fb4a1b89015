package health.admit.portal.credentials;

import java.util.List;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.CertificateKey;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.DirectoryUnavailable;
import health.admit.portal.directory.Done;
import health.admit.portal.operation.LastWrites;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepOutcome;

import org.springframework.stereotype.Component;

/**
 * The certificates of the application that a step is about. Graph replaces all of them at
 * once and takes no condition for it, so what was read decides what is lost.
 */
@Component
class CertificateCollection {

	private final Directories directories;

	private final LastWrites lastWrites;

	CertificateCollection(Directories directories, LastWrites lastWrites) {
		this.directories = directories;
		this.lastWrites = lastWrites;
	}

	List<CertificateKey> read(StepCall call) {
		return directory(call).certificateKeys(application(call));
	}

	Answer<Done> replace(StepCall call, List<CertificateKey> all) {
		return this.lastWrites.send(call, HeldCertificates.of(all).fingerprint(),
				() -> directory(call).replaceCertificates(application(call), all, call.clientRequestId()));
	}

	/**
	 * Whether these show what the portal wrote last.
	 */
	boolean isRecent(StepCall call, HeldCertificates there) {
		return this.lastWrites.areShown(call, there.fingerprint());
	}

	/**
	 * Notes that they show it.
	 */
	void look(StepCall call, HeldCertificates there) {
		this.lastWrites.look(call, there.fingerprint());
	}

	/** The outcome where they do not. */
	static StepOutcome outdated() {
		return new StepOutcome.NotYet(LastWrites.WAIT, null, "", "", null);
	}

	/** The outcome of a step that could not even read. */
	static StepOutcome unread(DirectoryUnavailable ex) {
		String wait = (ex.retryAfter() != null) ? "operation.wait.throttled" : "operation.wait.unreachable";
		return new StepOutcome.NotYet(wait, ex.retryAfter(), "", String.valueOf(ex.getMessage()),
				ex.trace().requestId());
	}

	private Directory directory(StepCall call) {
		return this.directories.actingFor(call.delegation());
	}

	private static UUID application(StepCall call) {
		return UUID.fromString(call.parameter("applicationObjectId"));
	}

}
