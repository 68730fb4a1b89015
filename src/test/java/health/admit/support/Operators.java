package health.admit.support;

import java.util.UUID;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.PortalRole;
import health.admit.portal.signin.SignedInOperator;

/**
 * People for controller tests, one for each role.
 */
public final class Operators {

	static final String TENANT_ID = "5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10";

	public static final UUID TENANT = UUID.fromString(TENANT_ID);

	public static final UUID OBJECT_ID = UUID.fromString("7b1f0f7c-5f8e-4a55-9d0c-0c8f7f6f3a01");

	public static final UUID GRANT = UUID.fromString("c7b1a6d2-3c0e-4a4e-8a4d-5f3f8a1f2b03");

	/** The delegation all of them have. */
	public static final Delegation DELEGATION = new Delegation(GRANT, TENANT, OBJECT_ID);

	private Operators() {
	}

	public static RequestPostProcessor registrar() {
		return SignedInOperator.of(TENANT, OBJECT_ID, GRANT, "Ada Registrar", PortalRole.REGISTRAR);
	}

	public static RequestPostProcessor helpDesk() {
		return SignedInOperator.of(TENANT, OBJECT_ID, GRANT, "Hana Helpdesk", PortalRole.HELP_DESK);
	}

	public static RequestPostProcessor auditor() {
		return SignedInOperator.of(TENANT, OBJECT_ID, GRANT, "Otto Auditor", PortalRole.AUDITOR);
	}

	public static RequestPostProcessor withoutRole() {
		return SignedInOperator.of(TENANT, OBJECT_ID, GRANT, "Nora Norole");
	}

}
