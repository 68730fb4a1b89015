package health.admit.portal.registration;

import java.util.List;

/**
 * The plan as the review page shows it.
 *
 * @param hash fingerprint of the plan
 * @param counts how many things are made, changed and kept, in words
 * @param consequences who will be able to do what
 * @param roles directory roles the operator needs for it, in sentences
 * @param scopes delegated permissions the portal needs for it
 * @param seen every decision of the plan in one line, to tell later what changed
 */
record ReviewView(String hash, String counts, String time, List<Step> steps, List<String> kept,
		List<String> consequences, List<String> roles, List<String> scopes, List<Advice> advice, List<String> seen) {

	/**
	 * One write.
	 */
	record Step(String verb, String title, String why, String call, List<Detail> details) {
	}

	/**
	 * One property that is written.
	 */
	record Detail(String name, String value) {
	}

	/**
	 * What a rule found.
	 *
	 * @param style {@code warning} or {@code info}
	 * @param href page that can change it
	 */
	record Advice(String id, String severity, String style, String text, String href, String page) {
	}

}
