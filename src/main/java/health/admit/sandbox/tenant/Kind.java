package health.admit.sandbox.tenant;

/**
 * What the tenant consists of.
 */
public enum Kind {

	APPLICATION, SERVICE_PRINCIPAL, USER, GRANT,

	/** Of an app role in the directory. */
	ROLE_ASSIGNMENT,

	POLICY, GROUP,

	/** A subscription, a resource group or what lies in one. */
	AZURE_RESOURCE,

	/** Of an Azure role at a scope. */
	AZURE_ROLE_ASSIGNMENT

}
