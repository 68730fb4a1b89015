package health.admit.sandbox.health;

/**
 * An error answer of a DICOM service: plain text.
 */
final class DicomProblem extends RuntimeException {

	private final int status;

	private DicomProblem(int status, String message) {
		super(message, null, false, false);
		this.status = status;
	}

	static DicomProblem of(int status, String message) {
		return new DicomProblem(status, message);
	}

	static DicomProblem forbidden() {
		return of(403, "Authorization failed.");
	}

	static DicomProblem notFound() {
		return of(404, "The specified instance cannot be found.");
	}

	/** The sandbox does not do this and says so. */
	static DicomProblem notImplemented(String what) {
		return of(501, "The sandbox does not implement " + what
				+ ". The DICOM service may; what the sandbox cannot do as it does, it refuses.");
	}

	int status() {
		return this.status;
	}

}
