/**
 * Pages as people meet them, in Chromium. {@link health.admit.browser.BrowserTest} marks
 * a test, {@link health.admit.browser.Visit} is one reader with one browser window.
 */
@NullMarked
package health.admit.browser;

import org.jspecify.annotations.NullMarked;
