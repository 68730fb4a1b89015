package health.admit.portal.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.admit.portal.azure.PrincipalType;

/**
 * Who gets a role.
 *
 * @param objectId null for the client of the same operation, whose service principal an
 * earlier step makes
 * @param name hostile input when shown
 */
public record Grantee(@Nullable UUID objectId, PrincipalType type, String name) {

	/** The client that the same operation registers. */
	public static Grantee newClient(String name) {
		return new Grantee(null, PrincipalType.SERVICE_PRINCIPAL, name);
	}

}
