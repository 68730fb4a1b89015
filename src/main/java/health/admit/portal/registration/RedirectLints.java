package health.admit.portal.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds redirect URIs for the rules that judge them.
 */
final class RedirectLints {

	private RedirectLints() {
	}

	static List<String> matching(Authentication authentication, Predicate<RedirectUri> wanted) {
		return Arrays.stream(RedirectPlatform.values())
			.flatMap((platform) -> matching(authentication, platform, wanted).stream())
			.toList();
	}

	static List<String> matching(Authentication authentication, RedirectPlatform platform,
			Predicate<RedirectUri> wanted) {
		return platform.of(authentication.redirectUris())
			.stream()
			.map(RedirectUri::of)
			.flatMap(Optional::stream)
			.filter(wanted)
			.map(RedirectUri::text)
			.toList();
	}

}
