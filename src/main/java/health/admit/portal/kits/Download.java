package health.admit.portal.kits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import health.admit.portal.cloud.SecretValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/**
 * What the browser saves and nobody caches: a kit, a file of one, or another file to take
 * along that may hold a secret.
 */
public record Download(String fileName, String contentType, byte[] bytes) implements View {

	private static final String ZIP = "client-kit.zip";

	/**
	 * The whole kit of a client.
	 * @param secret as for {@link Kits#zip}
	 */
	public static Download zip(Kits kits, KitClient client, @Nullable SecretValue secret) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			kits.zip(client, secret, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Download(ZIP, "application/zip", bytes.toByteArray());
	}

	/** One file, under its name without the folder. */
	public static Download file(KitFile file) {
		return new Download(file.name().substring(file.name().lastIndexOf('/') + 1), "application/octet-stream",
				file.bytes());
	}

	@Override
	public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.setContentType(this.contentType);
		response.setContentLength(this.bytes.length);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(this.fileName).build().toString());
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		response.getOutputStream().write(this.bytes);
	}

}
