package health.admit.portal.registration;

import java.time.Instant;

/**
 * A draft in a list.
 *
 * @param waitsAt the page on which it waits, in words
 * @param href where to go on
 * @param discard path to post to for discarding it
 */
record DraftView(String title, String waitsAt, Instant changedAt, String href, String discard) {
}
