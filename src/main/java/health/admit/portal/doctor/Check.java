package health.admit.portal.doctor;

import java.util.List;

/**
 * One thing that was compared, and what came of it.
 *
 * @param key message key
 * @param values arguments of the message, hostile input when shown
 */
record Check(Level level, String key, List<String> values) {

	static Check good(String key, String... values) {
		return new Check(Level.GOOD, "doctor.check." + key, List.of(values));
	}

	static Check note(String key, String... values) {
		return new Check(Level.NOTE, "doctor.check." + key, List.of(values));
	}

	static Check bad(String key, String... values) {
		return new Check(Level.BAD, "doctor.check." + key, List.of(values));
	}

	/** For templates, which hand arguments on as an array. */
	public Object[] arguments() {
		return this.values.toArray();
	}

	/**
	 * How it turned out.
	 */
	enum Level {

		GOOD("success"), NOTE("info"), BAD("danger");

		private final String style;

		Level(String style) {
			this.style = style;
		}

		/** Class of its tag. */
		public String style() {
			return "tag-" + this.style;
		}

		/** Message key of its name. */
		public String key() {
			return "doctor.level." + name();
		}

	}

}
