package health.admit.portal.kits;

import java.net.URI;

import health.admit.portal.cloud.HealthApi;
import org.jspecify.annotations.Nullable;

/**
 * A service the client reads from.
 *
 * @param name of the service within its workspace
 * @param address base address, for DICOM without the version; a placeholder where nobody
 * knows it yet
 * @param audience as the service has it; never derived from the address
 * @param delegatedScope name of the scope that is asked for when a person signs in
 * @param resourceId Azure resource id; null when it is not known
 * @param role null when nobody was given one through the portal
 */
public record KitService(HealthApi kind, String name, URI address, String audience, String delegatedScope,
		@Nullable String resourceId, @Nullable KitRole role) {

	/** The one that Microsoft publishes for all DICOM services. */
	private static final String DICOM_AUDIENCE = "https://dicom.healthcareapis.azure.com";

	public KitService {
		name = KitText.carried(name);
		audience = KitText.carried(audience);
		delegatedScope = KitText.carried(delegatedScope);
		String scheme = address.getScheme();
		if (!"https".equals(scheme) && !"http".equals(scheme)) {
			throw new IllegalArgumentException("Not a web address");
		}
	}

	/**
	 * A service of which only the kind is known. Its address is a placeholder in a domain
	 * that never exists, so that no token is sent anywhere before somebody fills it in.
	 */
	public static KitService unnamed(HealthApi kind) {
		URI address = placeholder(kind);
		String audience = switch (kind) {
			case FHIR -> address.toString();
			case DICOM -> DICOM_AUDIENCE;
		};
		return new KitService(kind, address.getHost(), address, audience, kind.usualScope(), null, null);
	}

	/**
	 * What stands for the address of a service that nobody knows yet.
	 */
	public static URI placeholder(HealthApi kind) {
		return switch (kind) {
			case FHIR -> URI.create("https://put-the-address-of-the-fhir-service-here.invalid");
			case DICOM -> URI.create("https://put-the-address-of-the-dicom-service-here.invalid");
		};
	}

	/**
	 * Whether its address is the placeholder.
	 */
	boolean isUnnamed() {
		return this.address.equals(placeholder(this.kind));
	}

	/**
	 * The scope of a token request.
	 */
	String scope(SignInKind signIn) {
		return this.audience + "/" + (signIn.unattended() ? ".default" : this.delegatedScope);
	}

	/**
	 * The address that calls start with; for DICOM with the version, without which it
	 * serves nothing.
	 */
	String base() {
		String text = this.address.toASCIIString().replaceAll("/+$", "");
		return (this.kind == HealthApi.DICOM) ? text + "/v2" : text;
	}

	/**
	 * A question whose answer shows that reading works and holds no patient data.
	 */
	String question() {
		return switch (this.kind) {
			case FHIR -> "/Patient?_summary=count";
			case DICOM -> "/changefeed?includemetadata=false&limit=1";
		};
	}

	/**
	 * The media type to ask for.
	 */
	String accept() {
		return switch (this.kind) {
			case FHIR -> "application/fhir+json";
			case DICOM -> "application/json";
		};
	}

	/**
	 * Its place in Azure, when that is known and has the form of a service in a
	 * workspace.
	 */
	@Nullable ServicePlace place() {
		return ServicePlace.of(this);
	}

}
