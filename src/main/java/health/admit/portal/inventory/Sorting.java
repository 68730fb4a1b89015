package health.admit.portal.inventory;

/**
 * The order of a list; ties follow the ids.
 */
public enum Sorting {

	ENDS_FIRST, ENDS_LAST, NAME, NAME_DESCENDING

}
