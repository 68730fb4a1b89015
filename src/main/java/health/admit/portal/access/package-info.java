/**
 * Who may do what with the data of a FHIR or DICOM service: the roles on offer, what they
 * really permit, and the writes that assign and remove them.
 */
@ApplicationModule(displayName = "Access", allowedDependencies = { "cloud", "signin", "azure", "operation" })
@NullMarked
package health.admit.portal.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
