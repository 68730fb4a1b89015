package health.admit.portal.registration;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the page about access shows besides its form.
 *
 * @param services those of the form, in its order
 * @param looked whether Azure was asked and answered
 * @param more says that there are more services than are shown; null when there are not
 * @param unread where nothing could be looked for, and why, in sentences
 * @param problem why Azure could not be read at all; null when it could
 * @param problemWords of Azure or Entra; hostile input
 * @param forClient whether the client itself may need the role
 * @param forPeople whether people may need it
 */
record AccessView(List<Service> services, boolean looked, @Nullable String more, List<Unread> unread,
		@Nullable String problem, String problemWords, List<Choice> tasks, List<Roles> roles, boolean forClient,
		boolean forPeople, boolean fhir, boolean dicom) {

	/**
	 * A service.
	 *
	 * @param where resource group and subscription
	 */
	record Service(String kind, String name, String where) {
	}

	/**
	 * A part of Azure that could not be read.
	 *
	 * @param words of Azure; hostile input
	 */
	record Unread(String text, String words) {
	}

	/**
	 * The roles on one kind of service.
	 *
	 * @param field name of the field
	 */
	record Roles(String field, String label, List<Choice> choices, List<Role> described) {
	}

	/**
	 * A role.
	 *
	 * @param permits what it permits, in plain words
	 */
	record Role(String name, String permits, List<String> notes) {
	}

}
