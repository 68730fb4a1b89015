package health.admit.portal.applications;

/**
 * What can make a name look like another one.
 */
enum NameWarning {

	/** Characters that turn the reading direction around. */
	DIRECTION,

	/** Characters that cannot be seen, or spaces that are no ordinary ones. */
	INVISIBLE,

	/** One word of letters from several alphabets. */
	MIXED_SCRIPTS,

	/** A word of another alphabet whose letters all look like Latin ones. */
	LOOKALIKE,

	/** Marks piled upon a letter. */
	STACKED_MARKS;

	/**
	 * Message key of the explanation.
	 */
	String key() {
		return "applications.nameWarning." + name();
	}

}
