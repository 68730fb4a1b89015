package health.admit.sandbox.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, each at most once.
 */
final class Form {

	private static final int LIMIT = 256 * 1024;

	private final Map<String, String> values;

	Form(Map<String, String> values) {
		this.values = Map.copyOf(values);
	}

	/**
	 * Reads a form. Some clients send one without a content type, which the servlet
	 * container does not parse.
	 */
	static Form of(HttpServletRequest request) {
		Map<String, String> values = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, all) -> {
			if (all.length > 1) {
				throw ClientRefusals.duplicatedParameter(name);
			}
			values.put(name, all[0]);
		});
		String type = request.getContentType();
		if (request.getMethod().equals("POST") && (type == null || !type.contains("x-www-form-urlencoded"))) {
			parse(body(request), values);
		}
		return new Form(values);
	}

	private static String body(HttpServletRequest request) {
		try {
			return new String(request.getInputStream().readNBytes(LIMIT), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void parse(String body, Map<String, String> values) {
		for (String pair : body.split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0
					&& values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))) != null) {
				throw ClientRefusals.duplicatedParameter(decode(pair.substring(0, equals)));
			}
		}
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	/** The value, or null when absent or empty. */
	@Nullable String get(String name) {
		String value = this.values.get(name);
		return (value != null && !value.isEmpty()) ? value : null;
	}

	String get(String name, String otherwise) {
		return Optional.ofNullable(get(name)).orElse(otherwise);
	}

	String require(String name) {
		String value = get(name);
		if (value == null) {
			throw ClientRefusals.missingParameter(name);
		}
		return value;
	}

	boolean has(String name) {
		return get(name) != null;
	}

}
