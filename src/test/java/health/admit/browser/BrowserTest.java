package health.admit.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test in Chromium. Without a browser it is skipped, unless {@code CI=true} or
 * {@code -Dbrowser.required=true}: then it fails. A method takes {@link Browsing} as a
 * parameter; every visit it opens is closed after the test and must have stayed free of
 * console errors, policy violations, failed requests and requests to other hosts.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("browser")
@EnabledIf(value = "health.admit.browser.Chromium#isThereOrRequired",
		disabledReason = "No Chromium: set CHROMIUM to its path or put chromium on the PATH")
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {

}
