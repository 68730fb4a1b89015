package health.admit.sandbox.arm;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import health.admit.sandbox.tenant.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Cuts lists into pages.
 */
@Component
public class ArmPages {

	private static final String TOKEN = "$skiptoken";

	private static final String PREFIX = "row:";

	private final int usual;

	private volatile int size;

	/**
	 * @param usual how many things a page holds
	 */
	ArmPages(@Value("${admit.sandbox.arm-page-size:100}") int usual) {
		this.usual = usual;
		this.size = usual;
	}

	/** Makes pages of another size from now on. */
	public void set(int rows) {
		if (rows < 1) {
			throw new IllegalArgumentException("A page holds one thing at least.");
		}
		this.size = rows;
	}

	/** As it was at the start. */
	public void reset() {
		this.size = this.usual;
	}

	/** One page, with the link to the next one where there is one. */
	ArmAnswer answer(ArmRequest request, List<ObjectNode> rows) {
		int from = Math.min(position(request.query().get(TOKEN)), rows.size());
		int to = Math.min(from + this.size, rows.size());
		ObjectNode body = Json.object();
		ArrayNode value = body.putArray("value");
		rows.subList(from, to).forEach(value::add);
		if (to < rows.size()) {
			body.put("nextLink", link(request, to));
		}
		return ArmAnswer.ok(body);
	}

	private static String link(ArmRequest request, int position) {
		StringBuilder link = new StringBuilder(request.origin()).append(request.path().text().replace(" ", "%20"))
			.append('?');
		request.query()
			.entrySet()
			.stream()
			.filter((each) -> !each.getKey().equals(TOKEN))
			.forEach((each) -> link.append(encode(each.getKey()))
				.append('=')
				.append(encode(each.getValue()))
				.append('&'));
		String token = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((PREFIX + position).getBytes(StandardCharsets.UTF_8));
		return link.append(encode(TOKEN)).append('=').append(token).toString();
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static int position(@Nullable String token) {
		if (token == null) {
			return 0;
		}
		try {
			String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
			if (text.matches(PREFIX + "\\d{1,9}")) {
				return Integer.parseInt(text.substring(PREFIX.length()));
			}
		}
		catch (IllegalArgumentException ex) {
			// Any text that is no token of ours is answered the same way.
		}
		throw ArmProblem.badRequest("InvalidSkipToken", "The skip token '" + token + "' is invalid.");
	}

}
