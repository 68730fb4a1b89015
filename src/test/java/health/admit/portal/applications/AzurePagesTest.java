package health.admit.portal.applications;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import health.admit.portal.kits.Kits;
import health.admit.support.PortalWebTest;

import org.springframework.context.annotation.Import;

/**
 * The slice of an application's pages that look at Azure: one context for all their
 * tests, which therefore replace the same beans.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PortalWebTest(controllers = { RolesController.class, ClientController.class, ApplicationKitController.class })
@Import({ RolesViews.class, AzureSights.class, ApplicationKits.class, KitViews.class, Kits.class })
@interface AzurePagesTest {

}
