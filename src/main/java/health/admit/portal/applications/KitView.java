package health.admit.portal.applications;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The page of an application's kit.
 *
 * @param name hostile input, like every text here that comes from directory or Azure
 * @param own whether it is the portal's own registration
 * @param ways in which it can sign in; none for one that nothing can sign in with
 * @param problem why Azure could not be read; null when it could
 * @param words of Azure or Entra
 * @param mayAgree whether the operator can let the portal read Azure
 * @param lost whether a service that was chosen is not to be found any more
 * @param consentRead whether consent to delegated permissions is in the kit
 * @param note what the kit cannot know yet; null where it is complete
 * @param way that was chosen; empty where there is none
 * @param services ids of those that were chosen
 * @param files of the kit; null where there is no kit
 */
record KitView(String name, String objectId, boolean own, List<Choice> ways, List<Choice> offered,
		@Nullable String problem, String words, boolean mayAgree, List<Unread> unread, boolean lost,
		boolean consentRead, @Nullable String note, String way, List<String> services, @Nullable List<String> files) {

	/**
	 * Something to choose.
	 *
	 * @param hint empty where there is nothing to add
	 */
	record Choice(String value, String text, String hint, boolean chosen) {
	}

	/**
	 * What could not be read.
	 */
	record Unread(String text, String words) {
	}

}
