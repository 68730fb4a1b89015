package health.admit.portal.doctor;

import java.io.IOException;
import java.util.Arrays;

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
 * Reads what is posted to the doctor before anything else does. The check for forged
 * requests, first of all, would have the container turn a pasted token into texts that
 * stay in memory for an unknown time.
 */
@Component
@Order(PastedForms.BEFORE_SECURITY)
class PastedForms extends OncePerRequestFilter {

	static final int BEFORE_SECURITY = -102;

	static final String PATH = "/doctor";

	/** As long as any form of the portal may be. */
	static final int LARGEST = 128 * 1024;

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !"POST".equals(request.getMethod())
				|| !isDoctor(request.getRequestURI().substring(request.getContextPath().length()));
	}

	static boolean isDoctor(String path) {
		return path.equals(PATH) || path.startsWith(PATH + "/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		byte[] body = new byte[LARGEST + 1];
		try {
			int length = (request.getContentLengthLong() > LARGEST) ? body.length
					: request.getInputStream().readNBytes(body, 0, body.length);
			if (length > LARGEST) {
				response.setStatus(HttpStatus.SEE_OTHER.value());
				response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
				response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + PATH + "?problem=TOO_LARGE");
				return;
			}
			pass(request, response, chain, PastedForm.read(body, length));
		}
		finally {
			Arrays.fill(body, (byte) 0);
		}
	}

	private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
			PastedForm form) throws ServletException, IOException {
		request.setAttribute(PastedText.ATTRIBUTE, form.text());
		try {
			chain.doFilter(new PastedRequest(request, form.fields()), response);
		}
		finally {
			form.text().wipe();
			request.removeAttribute(PastedText.ATTRIBUTE);
		}
	}

}
