package health.admit.portal.registration;

import health.admit.portal.credentials.SelfSigned;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the page asks that generates a key pair for testing.
 *
 * @param name common name of the certificate
 * @param password protects a PKCS#12 file; never shown again
 */
record GenerateForm(
		@NotBlank(message = "{registration.credentials.generate.name.empty}") @Size(max = 64,
				message = "{registration.credentials.generate.name.long}") @Pattern(regexp = BasicsForm.LINE,
						message = "{registration.credentials.control}") @Nullable String name,
		@NotNull(message = "{registration.credentials.generate.keyType.empty}") SelfSigned.@Nullable KeyType keyType,
		@NotNull(message = "{registration.credentials.generate.months.range}") @Min(value = 3,
				message = "{registration.credentials.generate.months.range}") @Max(value = 12,
						message = "{registration.credentials.generate.months.range}") @Nullable Integer months,
		@NotNull(message = "{registration.credentials.generate.format.empty}") @Nullable Format format,
		@Nullable String password) {

	static final int SHORTEST_PASSWORD = 8;

	static final int LONGEST_PASSWORD = 128;

	static GenerateForm suggested(String clientName) {
		String name = clientName.replaceAll("\\p{Cntrl}", "");
		return new GenerateForm(name.substring(0, Math.min(name.length(), 64)), SelfSigned.KeyType.RSA_3072, 6,
				Format.PEM, null);
	}

	/** Other characters are read differently by different programs. */
	boolean passwordFits() {
		return this.password != null
				&& this.password.matches("[ -~]{" + SHORTEST_PASSWORD + "," + LONGEST_PASSWORD + "}");
	}

	@Override
	public String toString() {
		return "GenerateForm[" + this.keyType + ", " + this.format + "]";
	}

	/**
	 * In which file the private key leaves.
	 */
	enum Format {

		PEM, PKCS12

	}

}
