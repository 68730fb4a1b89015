package health.admit.sandbox.tenant;

/**
 * What the tenant consists of.
 */
public enum Kind {

	APPLICATION, SERVICE_PRINCIPAL, USER, GRANT, ROLE_ASSIGNMENT, POLICY

}
