/**
 * The index for other programs: CSV, XLSX, JSON, calendar feed and metrics.
 */
@ApplicationModule(displayName = "Exports", allowedDependencies = { "cloud", "signin", "inventory" })
@NullMarked
package health.admit.portal.exports;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
