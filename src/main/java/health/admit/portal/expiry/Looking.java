package health.admit.portal.expiry;

/**
 * How often a page may still ask by itself. Asking renews the session, and a page that
 * was left open must not keep its session alive.
 */
final class Looking {

	/** Ten minutes at the slowest pace of any page. */
	static final int MOST = 60;

	private Looking() {
	}

	/** The number of a request, never more than a page starts with. */
	static int of(String left) {
		return left.matches("[0-9]{1,3}") ? Math.min(Integer.parseInt(left), MOST) : 0;
	}

	/** What is left after this request. */
	static int again(String left) {
		return Math.max(0, of(left) - 1);
	}

}
