/**
 * FHIR and DICOM services as far as connecting a client to them needs: discovery,
 * authentication, authorization by Azure roles, and a small store behind it.
 */
@NullMarked
package health.admit.sandbox.health;

import org.jspecify.annotations.NullMarked;
