package health.admit.sandbox.oidc;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a page sends back with its form. Sealed and tied to one browser, so that no other
 * site can send the form in its name.
 *
 * @param browser the browser the page was made for
 * @param person who the page was made for, if that is settled
 * @param forAll whether the person may agree for everyone
 */
record PendingNote(AuthorizeRequest request, String browser, @Nullable UUID person, @Nullable Wanted wanted,
		boolean forAll, Instant made) {
}
