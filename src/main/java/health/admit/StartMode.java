package health.admit;

import java.util.List;

/**
 * Which parts of the program a command line asks for.
 */
enum StartMode {

	PORTAL_AND_WHAT_IT_NEEDS, PORTAL_ONLY, SANDBOX_ONLY;

	static StartMode of(String... args) {
		List<String> words = List.of(args);
		if (words.contains("--sandbox-only")) {
			return SANDBOX_ONLY;
		}
		return words.contains("--portal-only") ? PORTAL_ONLY : PORTAL_AND_WHAT_IT_NEEDS;
	}

}
