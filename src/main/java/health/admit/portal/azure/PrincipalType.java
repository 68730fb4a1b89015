package health.admit.portal.azure;

import java.util.Arrays;
import java.util.Optional;

/**
 * What kind of thing a role is assigned to.
 */
public enum PrincipalType {

	SERVICE_PRINCIPAL("ServicePrincipal"), USER("User"), GROUP("Group");

	private final String value;

	PrincipalType(String value) {
		this.value = value;
	}

	/** As Azure writes it. */
	public String value() {
		return this.value;
	}

	/** The type that Azure writes so. */
	public static Optional<PrincipalType> of(String value) {
		return Arrays.stream(values()).filter((type) -> type.value.equalsIgnoreCase(value)).findFirst();
	}

}
