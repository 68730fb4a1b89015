package health.admit.sandbox.oidc;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A person who has signed in.
 *
 * @param sid id of the browser session
 * @param at when the person last proved who they are
 * @param acrs authentication contexts satisfied so far
 * @param strong whether more than the first factor was given
 */
record SignedIn(UUID person, String sid, Instant at, Set<String> acrs, boolean strong) {

	/** The same session after another proof. */
	SignedIn again(Instant now, Set<String> more, boolean strongly) {
		Set<String> all = new LinkedHashSet<>(this.acrs);
		all.addAll(more);
		return new SignedIn(this.person, this.sid, now, all, this.strong || strongly);
	}

}
