package health.admit.portal.expiry;

/**
 * A count that leads to its list.
 *
 * @param key message key of its name
 * @param current whether the list shows exactly this
 */
record Tile(String key, long count, String link, String icon, String tag, boolean current) {
}
