package health.admit.portal.doctor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A {@code Bearer} challenge of a {@code WWW-Authenticate} header, from which a service's
 * audience and authority can be read without a token. All its texts are hostile input
 * when shown.
 *
 * @param authorizationUri the authority whose tokens the service takes
 * @param resourceId the audience the service wants
 * @param error such as {@code invalid_token}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, 3</a>
 */
public record Challenge(@Nullable String authorizationUri, @Nullable String resourceId, @Nullable String realm,
		@Nullable String error, @Nullable String errorDescription, @Nullable String claims) {

	private static final Pattern TENANT = Pattern
		.compile("/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:/.*)?");

	/**
	 * Reads the value of one header, with or without the header's name.
	 * @return the first Bearer challenge; empty where there is none or the header is
	 * malformed
	 */
	public static Optional<Challenge> parse(String header) {
		return ChallengeParser.bearer(header).map(Challenge::of);
	}

	/**
	 * The audience to ask tokens for: {@code resource_id}, or a realm that is an address.
	 */
	public Optional<String> audience() {
		if (this.resourceId != null && !this.resourceId.isBlank()) {
			return Optional.of(this.resourceId);
		}
		return Optional.ofNullable(this.realm).filter((text) -> text.contains("://"));
	}

	/**
	 * The directory whose tokens the service takes, where the authority names it by id.
	 */
	public Optional<UUID> tenant() {
		return path(this.authorizationUri).map(TENANT::matcher)
			.filter(Matcher::matches)
			.map((matcher) -> UUID.fromString(matcher.group(1)));
	}

	private static Challenge of(Map<String, String> parameters) {
		String description = parameters.get("error_description");
		return new Challenge(parameters.get("authorization_uri"), parameters.get("resource_id"),
				parameters.get("realm"), parameters.get("error"),
				(description != null) ? description : parameters.get("errordescription"), parameters.get("claims"));
	}

	private static Optional<String> path(@Nullable String address) {
		try {
			URI uri = new URI((address != null) ? address.strip().toLowerCase(Locale.ROOT) : "");
			boolean web = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null
					&& uri.getUserInfo() == null;
			return web ? Optional.ofNullable(uri.getPath()) : Optional.empty();
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

}
