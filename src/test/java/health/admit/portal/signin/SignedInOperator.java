package health.admit.portal.signin;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Signs somebody in to a MockMvc request as the portal itself would.
 */
public final class SignedInOperator {

	private SignedInOperator() {
	}

	public static RequestPostProcessor of(UUID tenant, UUID objectId, UUID grant, String name, PortalRole... roles) {
		Operator operator = new Operator(tenant, objectId, name,
				name.toLowerCase().replace(' ', '.') + "@contoso.example", Set.of(roles));
		return SecurityMockMvcRequestPostProcessors.authentication(
				new OperatorAuthentication(new SignedIn(operator, grant, Instant.now(), operator.username())));
	}

}
