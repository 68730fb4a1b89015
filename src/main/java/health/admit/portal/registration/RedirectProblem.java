package health.admit.portal.registration;

/**
 * One redirect URI that breaks one rule.
 */
record RedirectProblem(RedirectPlatform platform, String uri, RedirectRule rule) {
}
