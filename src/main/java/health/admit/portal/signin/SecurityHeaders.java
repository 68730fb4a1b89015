package health.admit.portal.signin;

import java.util.List;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

import health.admit.portal.cloud.Cloud;

/**
 * Puts the protective headers on every answer. They are written before anything else
 * runs, so that refusals and errors carry them too; only the cache header is replaced
 * later, by static resources.
 */
class SecurityHeaders extends HeaderWriterFilter {

	private static final long YEAR = 31_536_000;

	SecurityHeaders(Cloud cloud, PortalAddress address) {
		super(writers(cloud, address));
		setShouldWriteHeadersEagerly(true);
	}

	static List<HeaderWriter> writers(Cloud cloud, PortalAddress address) {
		HeaderWriter hsts = new HstsHeaderWriter(address.isSecure() ? AnyRequestMatcher.INSTANCE : (request) -> false,
				YEAR, true);
		return List.of(new CacheControlHeadersWriter(), new XContentTypeOptionsHeaderWriter(), hsts,
				new StaticHeadersWriter("Content-Security-Policy", contentSecurityPolicy(cloud)),
				new StaticHeadersWriter("Referrer-Policy", "no-referrer"),
				new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"),
				new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"),
				new StaticHeadersWriter("Permissions-Policy",
						"accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
								+ "magnetometer=(), microphone=(), payment=(), usb=()"),
				new StaticHeadersWriter("X-Frame-Options", "DENY"));
	}

	/**
	 * Nothing but the portal's own files. Forms may also lead to the sign-in service:
	 * signing out and a step-up answer a POST with a redirect to it, and browsers apply
	 * {@code form-action} to redirects.
	 */
	private static String contentSecurityPolicy(Cloud cloud) {
		return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
				+ "connect-src 'self'; manifest-src 'self'; form-action 'self' " + cloud.login()
				+ "; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

}
