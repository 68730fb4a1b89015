package health.admit.portal.credentials;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers an upload that is far too large with the certificate page and a reason. Without
 * it the container drops such a form whole, its CSRF token included, and the admin reads
 * that access was denied. It stands before the security filters, decides by the announced
 * length alone and changes nothing.
 */
@Component
@Order(LargeUploads.BEFORE_SECURITY)
class LargeUploads extends OncePerRequestFilter {

	static final int BEFORE_SECURITY = -101;

	/** The container's limit for one part; a certificate is a few KB. */
	private static final int LARGEST = 64 * 1024;

	/** A browser shows an answer only after it could send what it wanted to. */
	private static final int READ_AT_MOST = 32 * 1024 * 1024;

	private static final Pattern UPLOAD = Pattern
		.compile("/registrations/[0-9a-f-]{36}/credentials/certificate|/applications/[0-9a-f-]{36}/certificates/new");

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !"POST".equals(request.getMethod()) || request.getContentLengthLong() <= LARGEST;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		Matcher upload = UPLOAD.matcher(path);
		if (!upload.matches()) {
			chain.doFilter(request, response);
			return;
		}
		drain(request.getInputStream());
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader(HttpHeaders.LOCATION,
				request.getContextPath() + path + "?problem=" + CertificateProblem.TOO_LARGE);
	}

	private static void drain(InputStream body) throws IOException {
		byte[] buffer = new byte[8192];
		long total = 0;
		int count = body.read(buffer);
		while (count != -1 && total < READ_AT_MOST) {
			total += count;
			count = body.read(buffer);
		}
	}

}
