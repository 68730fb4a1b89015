package health.admit.portal.directory;

/**
 * A write that returns nothing of interest was applied.
 */
public record Done() {
}
