package health.admit.portal.kits;

import java.util.List;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import org.jspecify.annotations.Nullable;

/**
 * A registered client as its kit describes it. Holds no secret value.
 *
 * @param remarks what people have written down about it
 * @param uniqueName immutable key of the application; null when it has none
 * @param servicePrincipalObjectId null when the client has no service principal
 * @param signInAudience as Microsoft Graph names it, such as {@code AzureADMyOrg}
 * @param deviceCode whether flows without a redirect URI are switched on
 * @param redirectUris those of the platform the client uses
 * @param secret null when the client has none
 * @param certificate null when the client has none
 * @param federations whose tokens the client may show; empty when there are none
 * @param services empty when there are none whose kind is known; then a kit is the
 * registration as code
 */
public record KitClient(Cloud cloud, String displayName, KitRemarks remarks, UUID appId, UUID applicationObjectId,
		@Nullable UUID servicePrincipalObjectId, @Nullable String uniqueName, String signInAudience, SignInKind signIn,
		boolean deviceCode, List<String> redirectUris, @Nullable KitSecret secret, @Nullable KitCertificate certificate,
		List<KitFederation> federations, List<KitService> services, List<KitPermission> permissions) {

	public KitClient {
		displayName = KitText.carried(displayName);
		uniqueName = (uniqueName != null) ? KitText.carried(uniqueName) : null;
		signInAudience = KitText.carried(signInAudience);
		redirectUris = redirectUris.stream().map(KitText::carried).toList();
		federations = List.copyOf(federations);
		services = List.copyOf(services);
		permissions = List.copyOf(permissions);
		if (signIn.withCertificate() && certificate == null) {
			throw new IllegalArgumentException("A client that signs in with a certificate has one");
		}
		if (signIn == SignInKind.APP_WITH_FEDERATION && federations.isEmpty()) {
			throw new IllegalArgumentException("A client that shows the tokens of another provider trusts one");
		}
		if (signIn.withCode() && redirectUris.isEmpty()) {
			throw new IllegalArgumentException("A client to which people are sent back has a redirect URI");
		}
	}

	@Nullable String notes() {
		return this.remarks.notes();
	}

	/**
	 * Whether the kit has to be told the address of a service.
	 */
	public boolean hasUnnamedService() {
		return this.services.stream().anyMatch(KitService::isUnnamed);
	}

	/**
	 * The redirect URI that the scripts use. A desktop program gets the code on the
	 * loopback address if it has one.
	 */
	String redirectUri() {
		return this.redirectUris.stream()
			.filter((uri) -> this.signIn == SignInKind.DESKTOP && isLoopback(uri))
			.findFirst()
			.orElseGet(() -> this.redirectUris.get(0));
	}

	private static boolean isLoopback(String uri) {
		return uri.startsWith("http://localhost") || uri.startsWith("http://127.0.0.1");
	}

}
