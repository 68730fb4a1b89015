package health.admit.sandbox.oidc;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The two cookies of the sign-in pages: who is signed in, and which browser this is.
 * Their names are nobody else's, for cookies do not tell ports apart.
 */
@Component
class BrowserCookies {

	private static final String SESSION = "sandbox-entra-session";

	private static final String BROWSER = "sandbox-entra-browser";

	private final Addresses addresses;

	private final BrowserSessions sessions;

	BrowserCookies(Addresses addresses, BrowserSessions sessions) {
		this.addresses = addresses;
		this.sessions = sessions;
	}

	Optional<String> sessionKey(HttpServletRequest request) {
		return read(request, SESSION);
	}

	Optional<BrowserSessions.Session> session(HttpServletRequest request) {
		return sessionKey(request).flatMap(this.sessions::find);
	}

	void rememberSession(String key, HttpServletResponse response) {
		write(SESSION, key, response);
	}

	void forgetSession(HttpServletRequest request, HttpServletResponse response) {
		sessionKey(request).ifPresent(this.sessions::end);
		response.addHeader(HttpHeaders.SET_COOKIE, cookie(SESSION, "").maxAge(0).build().toString());
	}

	/** Something only this browser knows; made when it has nothing yet. */
	String browser(HttpServletRequest request, HttpServletResponse response) {
		return knownBrowser(request).orElseGet(() -> {
			String key = this.sessions.randomKey();
			write(BROWSER, key, response);
			return key;
		});
	}

	Optional<String> knownBrowser(HttpServletRequest request) {
		return read(request, BROWSER);
	}

	private void write(String name, String value, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, cookie(name, value).build().toString());
	}

	/** Silent sign-in happens in frames of other sites, which needs TLS. */
	private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
		boolean secure = this.addresses.base().startsWith("https:");
		return ResponseCookie.from(name, value)
			.path("/")
			.httpOnly(true)
			.secure(secure)
			.sameSite(secure ? "None" : "Lax");
	}

	private static Optional<String> read(HttpServletRequest request, String name) {
		return Optional.ofNullable(request.getCookies())
			.map(Arrays::stream)
			.orElseGet(Stream::empty)
			.filter((cookie) -> cookie.getName().equals(name))
			.map(Cookie::getValue)
			.filter((value) -> !value.isEmpty())
			.findFirst();
	}

}
