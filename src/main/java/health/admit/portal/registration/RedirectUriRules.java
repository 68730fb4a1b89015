package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import health.admit.portal.directory.RedirectUris;

/**
 * Checks redirect URIs one by one and against each other. Pure.
 */
final class RedirectUriRules {

	/** Longest URI that Entra stores. */
	static final int LONGEST = 256;

	private static final int MOST = 256;

	private static final int MOST_FOR_PERSONAL_ACCOUNTS = 100;

	private static final Set<String> DANGEROUS = Set.of("javascript", "data", "vbscript", "file", "blob", "about",
			"filesystem", "view-source", "ws", "wss", "ftp", "mailto");

	private static final Pattern LEGAL = Pattern
		.compile("(?:[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+");

	private static final Pattern UNSUPPORTED = Pattern.compile("[!$'(),;]");

	private static final Pattern HOST = Pattern
		.compile("(?:\\*\\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");

	private static final Pattern WIDE_ENOUGH = Pattern.compile("\\*(?:\\.[a-z0-9-]+){2,}");

	private RedirectUriRules() {
	}

	/**
	 * Every rule that is broken, in the order of the URIs.
	 */
	static List<RedirectProblem> check(RedirectUris uris, AccountTypes accounts) {
		List<RedirectProblem> problems = new ArrayList<>();
		for (RedirectPlatform platform : RedirectPlatform.values()) {
			for (String uri : platform.of(uris)) {
				for (RedirectRule rule : alone(uri, platform, accounts)) {
					problems.add(new RedirectProblem(platform, uri, rule));
				}
			}
		}
		problems.addAll(RedirectUriPairs.check(uris));
		int count = uris.web().size() + uris.singlePage().size() + uris.publicClient().size();
		if (count > (personal(accounts) ? MOST_FOR_PERSONAL_ACCOUNTS : MOST)) {
			RedirectPlatform last = uris.publicClient().isEmpty()
					? (uris.singlePage().isEmpty() ? RedirectPlatform.WEB : RedirectPlatform.SINGLE_PAGE)
					: RedirectPlatform.PUBLIC_CLIENT;
			problems.add(new RedirectProblem(last, String.valueOf(count), RedirectRule.TOO_MANY));
		}
		return problems;
	}

	/**
	 * Whether each of the URIs could be registered by itself.
	 */
	static boolean acceptable(List<String> uris, RedirectPlatform platform, AccountTypes accounts) {
		return uris.stream().flatMap((uri) -> alone(uri, platform, accounts).stream()).noneMatch(RedirectRule::error);
	}

	/**
	 * The rules that one URI breaks by itself.
	 */
	static Set<RedirectRule> alone(String text, RedirectPlatform platform, AccountTypes accounts) {
		Set<RedirectRule> broken = EnumSet.noneOf(RedirectRule.class);
		if (text.length() > LONGEST) {
			broken.add(RedirectRule.TOO_LONG);
			return broken;
		}
		Optional<RedirectUri> parsed = RedirectUri.of(text);
		if (parsed.isPresent() && DANGEROUS.contains(parsed.get().scheme())) {
			broken.add(RedirectRule.DANGEROUS_SCHEME);
			return broken;
		}
		if (!LEGAL.matcher(text).matches()) {
			broken.add(RedirectRule.ILLEGAL_CHARACTER);
			return broken;
		}
		if (parsed.isEmpty()) {
			broken.add(RedirectRule.NOT_ABSOLUTE);
			return broken;
		}
		if (UNSUPPORTED.matcher(text).find()) {
			broken.add(RedirectRule.UNSUPPORTED_CHARACTER);
		}
		parts(parsed.get(), platform, accounts, broken);
		return broken;
	}

	private static void parts(RedirectUri uri, RedirectPlatform platform, AccountTypes accounts,
			Set<RedirectRule> broken) {
		if (uri.fragment() != null) {
			broken.add(RedirectRule.FRAGMENT);
		}
		if (uri.hasUser()) {
			broken.add(RedirectRule.USER_INFO);
		}
		if (uri.query() != null && personal(accounts)) {
			broken.add(RedirectRule.QUERY_FOR_PERSONAL_ACCOUNTS);
		}
		wildcard(uri, accounts, broken);
		if (uri.isWeb()) {
			web(uri, broken);
		}
		else if (platform != RedirectPlatform.PUBLIC_CLIENT) {
			broken.add(RedirectRule.SCHEME_NOT_FOR_PLATFORM);
		}
		else if ("urn".equals(uri.scheme())) {
			broken.add(RedirectRule.URN);
		}
		else if (uri.authority() == null && uri.path().isEmpty()) {
			broken.add(RedirectRule.BAD_HOST);
		}
	}

	private static void web(RedirectUri uri, Set<RedirectRule> broken) {
		String host = uri.host();
		if (host.startsWith("[")) {
			broken.add("[::1]".equals(host) ? RedirectRule.IPV6_LOOPBACK : RedirectRule.BAD_HOST);
			return;
		}
		if (!HOST.matcher(host).matches() || !usable(uri)) {
			broken.add(RedirectRule.BAD_HOST);
		}
		else if (uri.isHttp() && !uri.isLoopback()) {
			broken.add(RedirectRule.HTTP_NOT_LOCAL);
		}
		if (uri.path().isEmpty() && !uri.isLoopback()) {
			broken.add(RedirectRule.NO_PATH);
		}
	}

	private static boolean usable(RedirectUri uri) {
		String port = uri.port();
		return port == null
				|| (port.matches("\\d{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65535);
	}

	private static void wildcard(RedirectUri uri, AccountTypes accounts, Set<RedirectRule> broken) {
		if (uri.text().indexOf('*') < 0) {
			return;
		}
		String host = uri.host();
		boolean misplaced = !uri.isWeb() || (host.indexOf('*') >= 0 && !WIDE_ENOUGH.matcher(host).matches())
				|| (uri.query() != null && uri.query().indexOf('*') >= 0);
		if (misplaced) {
			broken.add(RedirectRule.WILDCARD_MISPLACED);
		}
		else {
			broken.add(personal(accounts) ? RedirectRule.WILDCARD_FOR_PERSONAL_ACCOUNTS : RedirectRule.WILDCARD);
		}
	}

	private static boolean personal(AccountTypes accounts) {
		return accounts == AccountTypes.ANY_DIRECTORY_AND_PERSONAL || accounts == AccountTypes.PERSONAL_ONLY;
	}

}
