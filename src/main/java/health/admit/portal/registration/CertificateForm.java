package health.admit.portal.registration;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/**
 * An uploaded certificate. The name and type a browser gives the file mean nothing.
 */
record CertificateForm(@Nullable MultipartFile file) {

	byte[] bytes() {
		try {
			return (this.file != null) ? this.file.getBytes() : new byte[0];
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
