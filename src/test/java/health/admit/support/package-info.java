/**
 * What tests of several modules share: databases, fixtures, annotations.
 */
package health.admit.support;
