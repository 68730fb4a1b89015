package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import health.admit.portal.directory.RedirectUris;

/**
 * The rules that two redirect URIs break together. The later one is named. Pure.
 */
final class RedirectUriPairs {

	private RedirectUriPairs() {
	}

	static List<RedirectProblem> check(RedirectUris uris) {
		List<Placed> placed = new ArrayList<>();
		for (RedirectPlatform platform : RedirectPlatform.values()) {
			platform.of(uris)
				.forEach((text) -> RedirectUri.of(text).ifPresent((uri) -> placed.add(new Placed(platform, uri))));
		}
		List<RedirectProblem> problems = new ArrayList<>();
		for (int later = 0; later < placed.size(); later++) {
			for (int earlier = 0; earlier < later; earlier++) {
				Placed second = placed.get(later);
				Optional<RedirectRule> rule = rule(placed.get(earlier), second);
				if (rule.isPresent()) {
					problems.add(new RedirectProblem(second.platform(), second.uri().text(), rule.get()));
					break;
				}
			}
		}
		return problems;
	}

	private static Optional<RedirectRule> rule(Placed first, Placed second) {
		boolean together = first.platform() == second.platform();
		if (first.uri().normal().equals(second.uri().normal())) {
			return Optional.of(together ? RedirectRule.TWICE : RedirectRule.TWO_PLATFORMS);
		}
		if (first.uri().isLoopback() && first.uri().withoutPort().equals(second.uri().withoutPort())) {
			return Optional.of(together ? RedirectRule.PORT_ONLY : RedirectRule.PORT_ONLY_TWO_PLATFORMS);
		}
		if (together && withoutSlash(first.uri()).equals(withoutSlash(second.uri()))) {
			return Optional.of(RedirectRule.SLASH_ONLY);
		}
		return Optional.empty();
	}

	private static String withoutSlash(RedirectUri uri) {
		String normal = uri.normal();
		return normal.endsWith("/") ? normal.substring(0, normal.length() - 1) : normal;
	}

	/**
	 * A URI on its platform.
	 */
	private record Placed(RedirectPlatform platform, RedirectUri uri) {
	}

}
