/**
 * The sandbox cloud: an embedded stand-in for Entra ID, Microsoft Graph and Azure Health
 * Data Services that behaves as the real ones do. The portal never imports it.
 */
@NullMarked
package health.admit.sandbox;

import org.jspecify.annotations.NullMarked;
