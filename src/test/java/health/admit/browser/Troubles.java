package health.admit.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;

/**
 * Everything that went wrong in a window without anybody clicking on it.
 */
final class Troubles {

	private static final String REPORT_VIOLATIONS = "document.addEventListener('securitypolicyviolation', (event) => "
			+ "console.error('CSP violation: ' + event.violatedDirective + ' blocked ' + event.blockedURI))";

	/**
	 * Chromium's error page, which has no origin, asks for the portal's icon and is
	 * refused it by Chromium.
	 */
	private static final String BROWSERS_OWN_PAGE = "/favicon.ico' from origin 'null'";

	private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1");

	private final List<String> seen = new ArrayList<>();

	private final Set<Integer> expected = new TreeSet<>();

	private final Set<String> answered = new TreeSet<>();

	Troubles(BrowserContext context) {
		context.addInitScript(REPORT_VIOLATIONS);
		context.onConsoleMessage((message) -> {
			if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")
					&& !message.text().contains(BROWSERS_OWN_PAGE)) {
				this.seen.add("console: " + message.text());
			}
		});
		context.onWebError((error) -> this.seen.add("script: " + error.error()));
		context.onDialog((dialog) -> {
			if (!"beforeunload".equals(dialog.type())) {
				this.seen.add("dialog: " + dialog.message());
			}
			dialog.accept();
		});
		context.onRequest(this::outside);
		context.onResponse(this::refused);
	}

	/**
	 * Says that an answer with this status is part of the test.
	 */
	void expect(int status) {
		this.expected.add(status);
	}

	/**
	 * Says that requests to this origin are answered within the test.
	 */
	void know(String origin) {
		this.answered.add(origin);
	}

	List<String> all() {
		return List.copyOf(this.seen);
	}

	private void outside(Request request) {
		URI address = URI.create(request.url().replaceAll("[^\\x21-\\x7e]", "_"));
		Predicate<URI> known = (uri) -> Set.of("data", "blob", "about").contains(uri.getScheme())
				|| LOCAL.contains(uri.getHost())
				|| this.answered.contains(uri.getScheme() + "://" + uri.getAuthority());
		if (!known.test(address)) {
			this.seen.add("request to " + request.url());
		}
	}

	private void refused(Response response) {
		if (response.status() >= 400 && !this.expected.contains(response.status())) {
			this.seen.add(response.status() + " " + response.request().method() + " " + response.url());
		}
	}

}
