/**
 * What a person takes along to use a registered client: ready files for the tools that
 * speak to FHIR and DICOM services, and the same registration as code.
 */
@ApplicationModule(displayName = "Kits", allowedDependencies = { "cloud" })
@NullMarked
package health.admit.portal.kits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
