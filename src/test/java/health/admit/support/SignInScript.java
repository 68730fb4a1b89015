package health.admit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

/**
 * A browser of few words that signs people in at the sandbox: it keeps cookies, picks a
 * person and agrees to what is asked.
 */
public final class SignInScript {

	private static final Pattern FLOW = Pattern.compile("name=\"flow\" value=\"([^\"]+)\"");

	private static final Pattern PERSON = Pattern
		.compile("name=\"person\" value=\"([^\"]+)\".*?class=\"user-name\">([^<]*)<", Pattern.DOTALL);

	private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final String origin;

	/**
	 * A browser without cookies.
	 * @param origin of the sandbox, such as {@code http://localhost:8081}
	 */
	public SignInScript(String origin) {
		this.origin = origin;
	}

	/**
	 * Signs in and agrees to everything.
	 * @param authorizeUrl with all its parameters
	 * @param userName of the person to pick, or how it begins
	 * @return the parameters that go back to the client: {@code code}, {@code state},
	 * {@code error}
	 */
	public Map<String, String> signIn(String authorizeUrl, String userName) {
		return answer(walk(get(authorizeUrl), userName));
	}

	/** Approves a device: types its code, picks a person and agrees. */
	public HttpResponse<String> approveDevice(String userCode, String userName) {
		return walk(post("/devicelogin", Map.of("otc", userCode)), userName);
	}

	/** Picks and agrees until neither is asked for any more. */
	public HttpResponse<String> walk(HttpResponse<String> page, String userName) {
		HttpResponse<String> current = page;
		for (int steps = 0; steps < 4 && current.statusCode() == 200; steps++) {
			if (current.body().contains("/common/login")) {
				current = pick(current, userName);
			}
			else if (current.body().contains("name=\"agree\" value=\"true\"")) {
				current = agree(current, true);
			}
			else {
				break;
			}
		}
		return current;
	}

	/** Presses the button of a person on the sign-in page. */
	public HttpResponse<String> pick(HttpResponse<String> page, String userName) {
		Matcher people = PERSON.matcher(page.body());
		while (people.find()) {
			if (HtmlUtils.htmlUnescape(people.group(2)).startsWith(userName)) {
				return post("/common/login", Map.of("flow", flow(page), "person", people.group(1)));
			}
		}
		throw new AssertionError("Nobody called " + userName + " on the sign-in page: " + page.body());
	}

	/** Presses Accept or Cancel on the consent page. */
	public HttpResponse<String> agree(HttpResponse<String> page, boolean yes) {
		return post("/common/consent", Map.of("flow", flow(page), "agree", String.valueOf(yes)));
	}

	public HttpResponse<String> get(String url) {
		URI uri = URI.create(url.startsWith("/") ? this.origin + url : url);
		return send(HttpRequest.newBuilder(uri).header("Accept", "text/html"));
	}

	public HttpResponse<String> post(String path, Map<String, String> form) {
		return send(HttpRequest.newBuilder(URI.create(this.origin + path))
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(encode(form))));
	}

	/** What a redirect, or a form that posts itself, takes to the client. */
	public static Map<String, String> answer(HttpResponse<String> response) {
		if (response.statusCode() != 302) {
			Matcher fields = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
				.matcher(response.body());
			Map<String, String> answer = new LinkedHashMap<>();
			while (fields.find()) {
				answer.put(HtmlUtils.htmlUnescape(fields.group(1)), HtmlUtils.htmlUnescape(fields.group(2)));
			}
			if (answer.isEmpty() || !ACTION.matcher(response.body()).find()) {
				throw new AssertionError(response.statusCode() + " " + response.body());
			}
			return answer;
		}
		String location = response.headers().firstValue("Location").orElseThrow();
		int start = (location.indexOf('#') >= 0) ? location.indexOf('#') : location.indexOf('?');
		Map<String, String> answer = new LinkedHashMap<>();
		for (String pair : location.substring(start + 1).split("&")) {
			String[] parts = pair.split("=", 2);
			answer.put(decode(parts[0]), (parts.length > 1) ? decode(parts[1]) : "");
		}
		return answer;
	}

	/** Parameters as they stand in an address or a form. */
	public static String encode(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((entry) -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
					+ URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private static String flow(HttpResponse<String> page) {
		Matcher flow = FLOW.matcher(page.body());
		if (!flow.find()) {
			throw new AssertionError("Not a page of the sign-in: " + page.body());
		}
		return flow.group(1);
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
