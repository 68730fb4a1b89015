/**
 * Portal and sandbox over HTTP, from the first page to the token.
 */
package health.admit.journey;
