package health.admit.portal.credentials;

import java.util.function.Function;

/**
 * What an uploaded file turned out to be.
 */
public sealed interface CertificateReading {

	/**
	 * Maps each case to one result.
	 */
	<R> R fold(Function<? super Certificate, ? extends R> certificate, Function<? super Refused, ? extends R> refused);

	/**
	 * A certificate that a client may use.
	 */
	record Certificate(CertificateDetails details) implements CertificateReading {

		@Override
		public <R> R fold(Function<? super Certificate, ? extends R> certificate,
				Function<? super Refused, ? extends R> refused) {
			return certificate.apply(this);
		}

	}

	/**
	 * Something else, or a certificate that would do no good. Nothing of the file is
	 * kept, shown or logged.
	 */
	record Refused(CertificateProblem problem) implements CertificateReading {

		@Override
		public <R> R fold(Function<? super Certificate, ? extends R> certificate,
				Function<? super Refused, ? extends R> refused) {
			return refused.apply(this);
		}

	}

}
