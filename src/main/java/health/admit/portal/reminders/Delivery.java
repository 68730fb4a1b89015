package health.admit.portal.reminders;

/**
 * What the mail server made of a mail.
 *
 * @param words what it said; empty when it took the mail
 */
record Delivery(Kind kind, String words) {

	static final Delivery TAKEN = new Delivery(Kind.TAKEN, "");

	/** Somebody else sends it, or has sent it. */
	static final Delivery NOTHING = new Delivery(Kind.NOTHING, "");

	boolean isMail() {
		return this.kind == Kind.TAKEN;
	}

	boolean isTrouble() {
		return this.kind == Kind.REFUSED || this.kind == Kind.AWAY;
	}

	/**
	 * How a delivery ended.
	 */
	enum Kind {

		TAKEN, NOTHING,

		/** This mail was not taken; others may be. */
		REFUSED,

		/**
		 * The server does not answer or does not know the portal: no mail will be taken.
		 */
		AWAY

	}

}
