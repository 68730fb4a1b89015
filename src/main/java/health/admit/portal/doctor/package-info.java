/**
 * What goes wrong between a client, Entra and the FHIR and DICOM services: the knowledge
 * of causes, the reader of pasted tokens, and the page that puts both to use.
 */
@ApplicationModule(displayName = "Doctor", allowedDependencies = { "cloud", "signin", "directory", "azure", "access" })
@NullMarked
package health.admit.portal.doctor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
