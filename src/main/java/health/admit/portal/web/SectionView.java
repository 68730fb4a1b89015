package health.admit.portal.web;

/**
 * One entry of the navigation.
 *
 * @param text message key
 * @param current whether the page belongs to it
 */
public record SectionView(String path, String text, boolean current) {
}
