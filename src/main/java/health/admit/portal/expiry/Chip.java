package health.admit.portal.expiry;

/**
 * One choice of a filter that can be taken back.
 *
 * @param group message key of what is filtered by
 * @param value message key of the choice, or a typed text
 * @param typed whether value is a text and no key
 * @param without address of the list without this choice
 */
record Chip(String group, String value, boolean typed, String without) {
}
